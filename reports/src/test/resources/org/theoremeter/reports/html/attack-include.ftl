<#include "../latex/characters.txt">
