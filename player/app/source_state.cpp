#include "app/source_state.h"

#include <algorithm>

#include "app/remote.h"
#include "app/sticks.h"
#include "base/format.h"
#include "content/canary.h"

namespace lobby::app {

bool has_news(const config::Source& spec) {
  return std::holds_alternative<config::FeedSource>(spec.what) || std::holds_alternative<config::PageSource>(spec.what);
}

std::size_t shown_count(const SourceState& source) {
  return std::min(source.headlines.size(), static_cast<std::size_t>(source.spec.keep));
}

std::set<std::string> wanted_pictures(const SourceState& source) {
  std::set<std::string> urls;
  for (std::size_t index = 0; index < shown_count(source); ++index) {
    for (const auto& image : source.headlines[index].images) urls.insert(image.url);
  }
  for (const auto& photo : source.photos) urls.insert(photo.image.url);
  std::erase_if(urls, [](const std::string& url) { return !is_remote(url) && !is_from_stick(url); });
  return urls;
}

std::set<std::string> wanted_documents(const SourceState& source, const std::string& location) {
  std::set<std::string> keys{location, stick_key(source.spec)};
  for (std::size_t index = 0; index < shown_count(source); ++index) keys.insert(source.headlines[index].link);
  return keys;
}

Error with_expectation(Error error, const SourceState& source) {
  if (error.kind == ErrorKind::invalid && !source.headlines.empty()) {
    error.message += format("; expected {} as before", description(content::shape_of(source.headlines)));
  }
  return error;
}

}  // namespace lobby::app
