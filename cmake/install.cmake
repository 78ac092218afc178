# The program finds its data at <bindir>/../share/lobby-player, so that folder has no option of its own.
set(LOBBY_DATA_DIR share/lobby-player)

install(TARGETS lobby-player RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
# The player looks for its decoder at <bindir>/../libexec.
install(TARGETS lobby-picture RUNTIME DESTINATION libexec/lobby-player)
if(TARGET lobby-picture-heif)
  install(TARGETS lobby-picture-heif RUNTIME DESTINATION libexec/lobby-player)
endif()
install(DIRECTORY layouts fonts DESTINATION ${LOBBY_DATA_DIR}
        FILES_MATCHING PATTERN "*.yaml" PATTERN "*.svg" PATTERN "*.ttf" PATTERN "OFL-*.txt" PATTERN "README.md")
install(DIRECTORY deploy/calendars DESTINATION ${LOBBY_DATA_DIR} FILES_MATCHING PATTERN "*.yaml")
# Printed by the program and committed, so that a cross build need not run it; tests/schema compares them.
install(DIRECTORY deploy/schema DESTINATION ${LOBBY_DATA_DIR})
install(DIRECTORY deploy/samples DESTINATION ${LOBBY_DATA_DIR})
install(FILES deploy/demo/config.yaml deploy/demo/news.xml deploy/demo/unconfigured.yaml DESTINATION ${LOBBY_DATA_DIR}/demo)
install(DIRECTORY deploy/demo/photos DESTINATION ${LOBBY_DATA_DIR}/demo)

# systemd and udev look in lib/ below both /usr and /usr/local, never in a folder of one architecture.
configure_file(deploy/lobby-player.service.in lobby-player.service @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/lobby-player.service DESTINATION lib/systemd/system)
install(FILES deploy/lobby-player.sysusers DESTINATION lib/sysusers.d RENAME lobby-player.conf)
install(FILES deploy/lobby-player.tmpfiles DESTINATION lib/tmpfiles.d RENAME lobby-player.conf)

# The manual of the config is the reference in another form.
include(cmake/manual.cmake)
lobby_manual(docs/reference.md ${PROJECT_BINARY_DIR}/lobby-player-config.5)
install(FILES deploy/manual/lobby-player.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${PROJECT_BINARY_DIR}/lobby-player-config.5 DESTINATION ${CMAKE_INSTALL_MANDIR}/man5)
install(FILES deploy/completion/lobby-player DESTINATION share/bash-completion/completions)

install(FILES README.md deploy/config.example.yaml DESTINATION ${CMAKE_INSTALL_DOCDIR})
if(NOT LOBBY_DEBIAN)  # Where Debian's own forms of them are.
  install(FILES LICENSE CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
endif()
install(FILES docs/benchmarks.md docs/benchmarks.svg docs/board.md docs/configuration.md docs/fleet.md docs/layouts.md
              docs/make-a-theme.md docs/reference.md docs/typography.md DESTINATION ${CMAKE_INSTALL_DOCDIR}/docs)
install(FILES docs/lobby.png docs/text.png docs/theme-art.jpg docs/theme-layout.jpg docs/theme-page.jpg
              docs/theme-palette.jpg docs/theme-start.jpg DESTINATION ${CMAKE_INSTALL_DOCDIR}/docs)
