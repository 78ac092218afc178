#include "content/came_instead.h"

#include <string>

#include "base/format.h"
#include "content/gate.h"
#include "content/page_head.h"

namespace lobby::content {

std::unexpected<Error> came_instead(std::string_view what, std::string_view noun) {
  return fail(ErrorKind::invalid, format("{} came instead of a {}", what, noun));
}

std::unexpected<Error> page_came_instead(std::string_view html, std::string_view noun) {
  const Markup tree = Markup::html(html);
  std::string gate = gate_name(tree, html);
  if (gate.empty()) gate = notice_name(tree);
  if (gate.empty()) gate = login_name(tree);
  if (!gate.empty()) return came_instead(format("{} {}", gate.front() == 'e' ? "an" : "a", gate), noun);
  const std::string title = page_title(tree);
  return came_instead(title.empty() ? std::string("an HTML page") : format("an HTML page («{}»)", title), noun);
}

}  // namespace lobby::content
