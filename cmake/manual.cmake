# lobby_manual(reference.md OUT): the keys of a config as lobby-player-config(5), out of the reference that the program
# prints and a test compares, so that the manual cannot say anything else. Made when the build is configured.
function(lobby_manual reference out)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${reference})
  file(READ ${PROJECT_SOURCE_DIR}/${reference} text)
  # Themes and layouts stay in the Markdown: they are for whoever draws, not for whoever runs a board.
  string(REGEX REPLACE "^.*\n## Config\n" "" text "${text}")
  string(REGEX REPLACE "\n## Theme\n.*$" "\n" text "${text}")
  string(REPLACE "\\" "\\e" text "${text}")
  string(REPLACE "-" "\\-" text "${text}")
  string(REGEX REPLACE "\\[([^\n]*)\\]\\(#[^)\n]*\\)" "\\1" text "${text}")
  # A row of a table: the key, then what it is for, then what may be written and what stands for nothing.
  string(REGEX REPLACE "\n\\| key [^\n]*\n\\|[^\n]*" "" text "${text}")
  string(REGEX REPLACE "\n\\| `([^`\n]*)` \\| ([^\n]*) \\| ([^|\n]*) \\| ([^|\n]*) \\|"
         "\n.TP\n.B \\1\n\\4\n.br\nWritten as \\2; default: \\3." text "${text}")
  string(REPLACE "; default: ." "." text "${text}")
  string(REPLACE "; default: required." "; required." text "${text}")
  string(REGEX REPLACE "`([^`\n]*)`" "\\\\fB\\1\\\\fP" text "${text}")
  string(REGEX REPLACE "\n### Config: ([^\n]*)" "\n.SS \\1" text "${text}")
  string(REGEX REPLACE "\n\n+" "\n.P\n" text "${text}")
  string(REGEX REPLACE "\n\\.P\n\\." "\n." text "${text}")
  string(REGEX REPLACE "^(\n|\\.P\n)+" "" text "${text}")
  string(REGEX REPLACE "(\n\\.P)?\n+$" "\n" text "${text}")
  file(WRITE ${out}.new ".TH LOBBY\\-PLAYER\\-CONFIG 5 \"\" \"lobby\\-player ${PROJECT_VERSION}\" \"Lobby Player\"
.SH NAME
lobby\\-player\\-config \\- the config of lobby\\-player
.SH SYNOPSIS
.I /etc/lobby\\-player/config.yaml
.SH DESCRIPTION
One YAML file says what
.BR lobby\\-player (1)
shows and when. Every key may be left out. What is saved is taken while the player runs;
.B lobby\\-player check
finds mistakes and says how to mend them. In the names of keys
.B sources[].recipe
is the key
.B recipe
of an entry of the list
.BR sources .
.SH KEYS
${text}.SH SEE ALSO
.BR lobby\\-player (1),
.I ${CMAKE_INSTALL_FULL_DOCDIR}/docs/configuration.md
")
  file(COPY_FILE ${out}.new ${out} ONLY_IF_DIFFERENT)
endfunction()
