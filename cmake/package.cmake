# The Debian package: deploy/package builds it, in build/package. What Debian wants in a form of its own is made here.
option(LOBBY_DEBIAN "Install what belongs into a Debian package, and describe it to CPack" OFF)
if(NOT LOBBY_DEBIAN)
  return()
endif()

set(LOBBY_DEBIAN_REVISION 1 CACHE STRING "The revision of the package, after the version of the program")
set(LOBBY_DEBIAN_VERSION ${PROJECT_VERSION}-${LOBBY_DEBIAN_REVISION})
set(debian ${PROJECT_SOURCE_DIR}/deploy/debian)
set(made ${PROJECT_BINARY_DIR}/debian)

# The config to start from is that of the demo: it plays before anybody has written a word, and says how to go on.
file(READ deploy/demo/config.yaml config)
foreach(place news.xml photos)
  string(REGEX REPLACE "(\n    (feed|photos): )${place}\n" "\\1${CMAKE_INSTALL_PREFIX}/share/lobby-player/demo/${place}\n"
         changed "${config}")
  if(changed STREQUAL config)
    message(FATAL_ERROR "deploy/demo/config.yaml no longer names ${place} as cmake/package.cmake expects")
  endif()
  set(config "${changed}")
endforeach()
set(modeline "# yaml-language-server: $schema=${CMAKE_INSTALL_PREFIX}/share/lobby-player/schema/config.schema.json\n")
file(WRITE ${made}/config.yaml "${modeline}${config}")
install(FILES deploy/lobby-usb.rules DESTINATION lib/udev/rules.d RENAME 90-lobby-player-usb.rules)
install(FILES deploy/lobby-screen.rules DESTINATION lib/udev/rules.d RENAME 92-lobby-player-screen.rules)

# What a board needs that nobody attends. The config is copied to its place by postinst.
set(board ${PROJECT_SOURCE_DIR}/deploy/board)
install(FILES ${made}/config.yaml ${board}/enrolment-refused.yaml ${board}/lobby-player.yaml
        DESTINATION share/lobby-player/board)
install(PROGRAMS ${board}/enrol ${board}/guard ${board}/stick DESTINATION libexec/lobby-player)
install(FILES ${board}/lobby-player-enrol.service ${board}/lobby-player-mend.service
              ${board}/lobby-player-update.service ${board}/lobby-player-wifi@.service DESTINATION lib/systemd/system)
install(FILES ${board}/lobby-wifi.rules DESTINATION lib/udev/rules.d RENAME 91-lobby-player-wifi.rules)
install(FILES ${board}/watchdog.conf DESTINATION lib/systemd/system.conf.d RENAME 50-lobby-player.conf)
install(FILES ${board}/sysctl.conf DESTINATION lib/sysctl.d RENAME 50-lobby-player.conf)
file(READ ${board}/guard guard)
file(READ ${debian}/preinst.in preinst)
string(REPLACE "@guard@" "${guard}" preinst "${preinst}")
file(WRITE ${made}/preinst "${preinst}")
file(CHMOD ${made}/preinst PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

# The licence as a field of copyright: indented, and a dot for an empty line.
file(STRINGS LICENSE lines)
foreach(line IN LISTS lines)
  if(line MATCHES "^(Permission|The fonts)")
    set(inside TRUE)
  endif()
  if(line MATCHES "^The fonts")
    break()
  elseif(inside AND line STREQUAL "")
    string(APPEND LOBBY_LICENCE " .\n")
  elseif(inside)
    string(APPEND LOBBY_LICENCE " ${line}\n")
  endif()
endforeach()
string(REGEX REPLACE "(\n \\.)*\n$" "" LOBBY_LICENCE "${LOBBY_LICENCE}")
configure_file(${debian}/copyright ${made}/copyright @ONLY)
configure_file(${debian}/changelog.in ${made}/changelog.Debian @ONLY)
configure_file(CHANGELOG.md ${made}/changelog COPYONLY)
configure_file(${debian}/lintian-overrides ${made}/lobby-player COPYONLY)
install(FILES ${made}/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${made}/lobby-player DESTINATION share/lintian/overrides)
# Compressed at the time of packaging, without a name and a time in the archive, so that the same source gives the same
# package.
install(CODE "foreach(name changelog changelog.Debian)
  execute_process(COMMAND gzip -9n INPUT_FILE ${made}/\${name} OUTPUT_FILE ${made}/\${name}.gz COMMAND_ERROR_IS_FATAL ANY)
endforeach()
foreach(page lobby-player.1 lobby-player-config.5)
  string(REGEX REPLACE \".*\\\\.\" \"man\" folder \${page})
  execute_process(COMMAND gzip -9nf \$ENV{DESTDIR}${CMAKE_INSTALL_FULL_MANDIR}/\${folder}/\${page} COMMAND_ERROR_IS_FATAL ANY)
endforeach()")
install(FILES ${made}/changelog.gz ${made}/changelog.Debian.gz DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME lobby-player)
set(CPACK_PACKAGE_CONTACT "The Lobby Player authors <lobby-player@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "unattended lobby display for Vietnamese portals")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Shows the news, photos and anniversaries of a portal, with the notices
of one config file, as a calm full-screen show in Vietnamese: on a
television, driven by a small board, without a desktop.
It keeps the last good version of everything, so that a power cut, a dead
network, a broken feed or a wrong clock never leaves the screen blank or
shows something false.")
set(CPACK_SET_DESTDIR ON)  # One of the files is below /etc.
set(CPACK_INSTALL_PREFIX ${CMAKE_INSTALL_PREFIX})
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE ${LOBBY_DEBIAN_REVISION})
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
# SDL opens the first three at run time, so that no library asks for them; without them the screen stays black.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libegl1, libgles2, libgl1-mesa-dri, ca-certificates, systemd, udev")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "systemd-timesyncd | time-daemon, bash-completion")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "minisign")
# What the programs are linked to, which deploy/package finds out; CPack by itself would also ask for what only AVIF and
# HEIF need, and of a cross build it knows nothing.
if(LOBBY_SHLIBS)
  string(APPEND CPACK_DEBIAN_PACKAGE_DEPENDS ", ${LOBBY_SHLIBS}")
  string(PREPEND CPACK_DEBIAN_PACKAGE_RECOMMENDS "${LOBBY_SHLIBS_RECOMMENDED}, ")
else()
  set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
endif()
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${made}/preinst ${debian}/postinst ${debian}/prerm ${debian}/postrm)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
