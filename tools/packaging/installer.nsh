; Taken in by electron-builder's installer script, which names the menu entry of our files in English.
!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\Stellwerk-Paket\shell\open" "" "Mit Stellwerk öffnen"
!macroend
