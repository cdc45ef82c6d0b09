/**
 * Networks and the filters they are to learn.
 * A network enters with its parameters, its impulse response and nothing about training.
 * Theory 0.
 */
package org.theoremeter.simulate.network;
