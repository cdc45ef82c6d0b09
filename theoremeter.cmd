@echo off
rem Starts Theoremeter on Windows; builds it first when it has not been built. Honours JAVA_HOME; wants Java 17 or later.
setlocal
set "ROOT=%~dp0"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
set "JAR=%ROOT%verify\target\theoremeter.jar"
set "STAMP=%ROOT%.build\stamp"
set "STALE="
if not exist "%JAR%" set "STALE=1"
if not exist "%STAMP%" set "STALE=1"
if not defined STALE powershell -NoProfile -Command "$s=(Get-Item -LiteralPath $env:STAMP).LastWriteTime; if (Get-ChildItem -LiteralPath $env:ROOT -Recurse -File -Include pom.xml,*.java,*.g4,*.yaml,*.ftl,*.ftlh,*.properties | Where-Object { $_.FullName -notmatch '\\target\\' -and $_.LastWriteTime -gt $s }) { exit 1 }" || set "STALE=1"
if not defined STALE goto run
if not exist "%ROOT%.build" mkdir "%ROOT%.build"
echo theoremeter: building 1>&2
pushd "%ROOT%"
call mvn -B -DskipTests -Dspotless.check.skip package > "%ROOT%.build\build.log" 2>&1
if errorlevel 1 (
    type "%ROOT%.build\build.log" 1>&2
    popd
    exit /b 2
)
popd
type nul > "%STAMP%"
:run
rem The vectors of the hardware, only for what trains nonlinear networks; Java says one line about the module.
set "VECTORS="
if "%~1"=="sweep" set "VECTORS=--add-modules jdk.incubator.vector"
if "%~1"=="verify" set "VECTORS=--add-modules jdk.incubator.vector"
if "%~1"=="points" echo %* | findstr /r "leaky-rnn/ tanh-rnn/ plrnn/ lstm/ rank-k-rnn/" >nul && set "VECTORS=--add-modules jdk.incubator.vector"
if "%~1"=="simulate" echo %* | findstr /r "leaky-rnn/ tanh-rnn/ plrnn/ lstm/ rank-k-rnn/" >nul && set "VECTORS=--add-modules jdk.incubator.vector"
"%JAVA%" %VECTORS% -XX:+UseSerialGC -Xshare:auto -jar "%JAR%" %*
exit /b %errorlevel%
