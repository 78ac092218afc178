#include "gather/picture_fetcher.h"

#include <algorithm>
#include <functional>

#include "base/format.h"
#include "base/log.h"
#include "gather/errands.h"
#include "gather/remote.h"
#include "gather/sticks.h"
#include "picture/picture.h"

namespace lobby::gather {

namespace {

constexpr std::size_t most_fetched_bytes = 30U << 20U;
constexpr int least_side = 24;  ///< Pixels.

/// Proves and keeps; the reason where that fails.
Result<store::StoredMedia> keep(const std::string& url, store::Store& store, const net::Response& response,
                                picture::Decoder& decoder) {
  const auto info = decoder.verify(response.body);
  if (!info) return std::unexpected(info.error());
  if (std::min(info->size.width, info->size.height) < least_side) {
    return fail(ErrorKind::refused,
                format("{} × {} pixels are a counter or a line, not a picture", info->size.width, info->size.height));
  }
  const store::MediaFacts facts{format("image/{}", picture::to_string(info->type)), info->size, response.etag,
                                response.last_modified};
  return store.put_media(url, response.body, facts);
}

/// After a restart the pictures that are stored are looked at in the course of the interval, not all at once.
SteadyTime first_due(const std::string& url, bool stored, SteadyTime now) {
  const auto part = std::chrono::seconds(std::hash<std::string>{}(url) % std::chrono::seconds(errand_interval).count());
  return stored ? now + part : now;
}

}  // namespace

std::optional<net::Request> PictureFetcher::request(const std::string& url) {
  constexpr std::size_t many = 5000;
  const auto now = clock_.steady();
  if (!is_remote(url) || hosts_.resting(url, now)) return std::nullopt;
  if (due_.size() > many) std::erase_if(due_, [now](const auto& each) { return each.second <= now; });
  const auto media = store_.media(url);
  auto& due = due_.try_emplace(url, first_due(url, media.has_value(), now)).first->second;
  // One that was evicted in the meantime is missed on the screen now.
  if (due > now && (media || due <= now + errand_retry)) return std::nullopt;
  due = now + errand_interval;
  net::Request request{url};
  request.accept = "image/webp, image/jpeg, image/png, image/gif;q=0.5";
  request.max_bytes = most_fetched_bytes;
  if (!media) return request;
  // Without validators there would be nothing but the whole picture again and again.
  if (media->facts.etag.empty() && media->facts.last_modified.empty()) return std::nullopt;
  request.etag = media->facts.etag;
  request.last_modified = media->facts.last_modified;
  return request;
}

bool PictureFetcher::accept(const std::string& url, const net::HttpClient::Finished& answer) {
  hosts_.heard(url, answer, clock_.steady());
  if (answer.response && answer.response->status == net::Status::not_modified) return false;
  const auto before = store_.media(url);
  const auto kept = answer.response ? keep(url, store_, *answer.response, decoder_)
                                    : Result<store::StoredMedia>(std::unexpected(answer.response.error()));
  if (kept) return !before || before->file != kept->file;
  due_[url] = clock_.steady() + errand_retry;
  log::warning("a picture is left out: {}: {}", url, kept.error().message);
  return false;
}

void PictureFetcher::attach(content::Image& image) const {
  if (image.usable()) return;
  if (!is_remote(image.url) && !is_from_stick(image.url)) {
    local_.attach(image);
  } else if (const auto media = store_.media(image.url)) {
    image.file = media->file.string();
    image.size = media->facts.size;
  }
}

}  // namespace lobby::gather
