#pragma once

namespace lobby::app {

/// The whole program: parses the arguments and runs the command. Returns the exit status.
int run_command_line(int argc, char** argv);

}  // namespace lobby::app
