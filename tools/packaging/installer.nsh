; Taken in by electron-builder's installer script. Of its German texts some say "du", one is English, one shows a line break as "\n"; and the
; menu entry of our files has an English name.
!macro customHeader
  !ifdef BUILD_UNINSTALLER
    !define STELLWERK_PROGRAM "Deinstallationsprogramm"
  !else
    !define STELLWERK_PROGRAM "Installationsprogramm"
  !endif
  !pragma warning push
  ; "set multiple times": that is the point.
  !pragma warning disable 6030
  LangString appRunning ${LANG_GERMAN} "${PRODUCT_NAME} ist noch geöffnet.$\r$\nKlicken Sie auf „OK“, dann wird es geschlossen. Gelingt das nicht, schließen Sie es bitte selbst."
  LangString appCannotBeClosed ${LANG_GERMAN} "${PRODUCT_NAME} lässt sich nicht schließen.$\r$\nBitte schließen Sie es selbst und klicken Sie dann auf „Wiederholen“."
  LangString decompressionFailed ${LANG_GERMAN} "Die Dateien konnten nicht entpackt werden. Bitte starten Sie das ${STELLWERK_PROGRAM} noch einmal."
  LangString uninstallFailed ${LANG_GERMAN} "Die Dateien der älteren Version konnten nicht entfernt werden. Bitte starten Sie das ${STELLWERK_PROGRAM} noch einmal."
  LangString appClosing ${LANG_GERMAN} "${PRODUCT_NAME} wird geschlossen …"
  LangString whichInstallationRemove ${LANG_GERMAN} "${PRODUCT_NAME} ist für alle und zusätzlich nur für Sie installiert. Welche Installation möchten Sie entfernen?"
  LangString loginWithAdminAccount ${LANG_GERMAN} "Für alle kann nur installieren, wer Administratorrechte hat. Bitte melden Sie sich mit einem solchen Konto an."
  !pragma warning pop
!macroend

!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\Stellwerk-Paket\shell\open" "" "Mit Stellwerk öffnen"
  ; The script leaves the path without quotes: with a blank in it Windows would first look for another program.
  WriteRegStr SHELL_CONTEXT "Software\Classes\Stellwerk-Paket\shell\open\command" "" '"$appExe" "%1"'
  ; The script has laid a copy of the whole installer into the person's profile for electron-updater, which is not used.
  SetShellVarContext current
  Delete "$LOCALAPPDATA\${APP_INSTALLER_STORE_FILE}"
  ${StdUtils.GetParentPath} $R5 "$LOCALAPPDATA\${APP_INSTALLER_STORE_FILE}"
  RMDir "$R5"
  ${if} $installMode == "all"
    SetShellVarContext all
  ${endif}
!macroend
