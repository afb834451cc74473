; Taken in by electron-builder's installer script, which says "du" in some of its German texts and names the menu entry of our files in
; English.
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
  !pragma warning pop
!macroend

!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\Stellwerk-Paket\shell\open" "" "Mit Stellwerk öffnen"
  ; The script has laid a copy of the whole installer into the person's profile for electron-updater, which is not used.
  SetShellVarContext current
  Delete "$LOCALAPPDATA\${APP_INSTALLER_STORE_FILE}"
  ${StdUtils.GetParentPath} $R5 "$LOCALAPPDATA\${APP_INSTALLER_STORE_FILE}"
  RMDir "$R5"
  ${if} $installMode == "all"
    SetShellVarContext all
  ${endif}
!macroend
