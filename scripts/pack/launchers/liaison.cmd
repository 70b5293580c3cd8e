@echo off
rem Starts liaison with the Node that lies beside it; the console speaks UTF-8 for as long as it runs.
setlocal
set "liaison_page="
for /f "tokens=2 delims=:." %%p in ('chcp') do set "liaison_page=%%p"
chcp 65001 >nul
"%~dp0runtime\node.exe" "%~dp0bin\liaison.js" %*
set "liaison_code=%ERRORLEVEL%"
if defined liaison_page chcp %liaison_page% >nul
endlocal & exit /b %liaison_code%
