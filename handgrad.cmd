@echo off
rem Builds Handgrad when a source is newer than the build, then runs it. The twin of the shell script "handgrad".
setlocal EnableExtensions DisableDelayedExpansion

set "HANDGRAD_HOME=%~dp0"
set "HANDGRAD_HOME=%HANDGRAD_HOME:~0,-1%"
rem A folder of its own: here warnings are let through, and Maven would take these classes as up to date.
set "target=%HANDGRAD_HOME%\target\launcher"
set "HANDGRAD_BUILT=%target%\built"
set "log=%target%\build.log"

set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"

rem A line of the settings reads "    java.specification.version = 17".
set "settings=%TEMP%\handgrad-%RANDOM%%RANDOM%.txt"
set "version="
"%java%" -XshowSettings:properties -version >"%settings%" 2>&1
for /f "usebackq tokens=1,2 delims== " %%k in ("%settings%") do if "%%k"=="java.specification.version" set "version=%%l"
del "%settings%" >nul 2>&1
if not defined version (
    >&2 echo handgrad: no Java found ^("%java%"^): expected a JDK, 17 or newer, on PATH or in JAVA_HOME
    exit /b 2
)
for /f "delims=." %%m in ("%version%") do set "major=%%m"
if %major% LSS 17 (
    >&2 echo handgrad: Java %version% found: expected a JDK, 17 or newer, on PATH or in JAVA_HOME
    exit /b 2
)

set "fresh="
if exist "%HANDGRAD_BUILT%" call :compare
if not defined fresh call :build
if errorlevel 2 exit /b 2

rem A large young generation that is collected on all cores suits DL4J's many short-lived arrays.
set "options=-XX:+UseParallelGC -XX:-UseAdaptiveSizePolicy -Xms768m -Xmn512m -XX:SurvivorRatio=2 -Dorg.slf4j.simpleLogger.defaultLogLevel=error"
if %major% GEQ 24 set "options=%options% --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"

rem In a variable, because a command line of cmd holds at most 8,191 characters. Maven wrote it with ";" between paths.
for /f "usebackq delims=" %%c in ("%target%\classpath.txt") do set "CLASSPATH=%target%\classes;%%c"
"%java%" %options% %HANDGRAD_JAVA_OPTIONS% handgrad.cli.Handgrad %*
exit /b %ERRORLEVEL%

:compare
rem Sets "fresh" if nothing that the build reads, file or folder, is newer than the build.
powershell -NoProfile -NonInteractive -Command "$built = (Get-Item -LiteralPath $env:HANDGRAD_BUILT).LastWriteTimeUtc; $roots = 'src\main', 'experiments', 'pom.xml' | ForEach-Object { Join-Path $env:HANDGRAD_HOME $_ }; $all = @(Get-Item -LiteralPath $roots) + @(Get-ChildItem -LiteralPath $roots -Recurse -Force); if ($all | Where-Object { $_.LastWriteTimeUtc -gt $built }) { exit 1 } else { exit 0 }"
if not errorlevel 1 set "fresh=yes"
exit /b 0

:build
where mvn >nul 2>&1
if errorlevel 1 (
    >&2 echo handgrad: no Maven found: expected mvn, 3.8 or newer, on PATH
    exit /b 2
)
if exist "%HANDGRAD_BUILT%" (
    >&2 echo handgrad: sources have changed, building
) else (
    >&2 echo handgrad: building; the first time this downloads about 260 MB of libraries
)
if not exist "%target%" mkdir "%target%"
rem The mark carries the time at which the build began: what is saved while it runs counts as newer.
type nul >"%target%\building"
pushd "%HANDGRAD_HOME%"
call mvn --batch-mode --no-transfer-progress "-Dstyle.color=never" "-Dwarnings=-Xdiags:compact" "-Dbuild.folder=%target%" process-classes >"%log%" 2>&1
set "built=%ERRORLEVEL%"
popd
if not "%built%"=="0" (
    findstr /l /b /c:"[ERROR]" /c:"  " "%log%" >&2 || type "%log%" >&2
    >&2 echo handgrad: the build failed; its errors are above, all it said is in "%log%"
    exit /b 2
)
move /y "%target%\building" "%HANDGRAD_BUILT%" >nul
exit /b 0
