#include <iostream>

#include "app/commands.h"
#include "app/reference_page.h"
#include "app/schema_json.h"
#include "config/enrolment.h"

namespace lobby::app {

int schema(const std::string& of) {
  if (of == "reference") {
    std::cout << reference_page();
  } else if (of == "theme") {
    std::cout << json_schema(config::theme_schema(), "theme.yaml of a theme of Lobby Player");
  } else if (of == "layout") {
    std::cout << json_schema(config::layout_schema(), "Layout file of a theme of Lobby Player");
  } else if (of == "calendar") {
    std::cout << json_schema(config::calendar_schema(), "Calendar of Lobby Player");
  } else if (of == "bundle") {
    std::cout << json_schema(config::manifest_schema(), "bundle.yaml, the list of a bundle of Lobby Player");
  } else if (of == "enrolment") {
    std::cout << json_schema(config::enrolment_schema(), "Enrolment of a board of Lobby Player");
  } else {
    std::cout << json_schema(config::config_schema(), "Config of Lobby Player");
  }
  return std::cout.flush() ? 0 : 1;
}

}  // namespace lobby::app
