#include "gather/page_judge.h"

#include "base/format.h"
#include "base/log.h"
#include "content/canary.h"

namespace lobby::gather {

void PageJudge::keep(const std::string& key, const std::string& trial) {
  if (const auto put = store_.set_state(key, trial); !put) log::warning("{}", put.error().message);
}

std::optional<std::string> PageJudge::objection(const std::string& source, const std::vector<content::Headline>& before,
                                                const content::Reading& reading, std::optional<WallTime> now) {
  const std::string key = "trial:" + source;
  const std::string kept = store_.state(key).value_or("");
  const auto shape = content::shape_of(before);
  const auto change = content::change_of(shape, reading);
  if (!change) {
    if (!kept.empty()) keep(key, "");
    return std::nullopt;
  }
  if (!now || !content::may_be_genuine(shape, reading)) {
    return format("the page has changed: {}; look at it, and at its recipe", *change);
  }
  const auto trial = content::continued(content::trial_from(kept), *now);
  if (content::is_passed(trial, *now)) {
    log::info("source '{}': its new page is taken, since it came for three days", source);
    keep(key, "");
    return std::nullopt;
  }
  keep(key, content::to_text(trial));
  return format("the page has changed: {}; {}", *change, content::outlook(trial, zone_));
}

}  // namespace lobby::gather
