#include "app/picture_fetcher.h"

#include <algorithm>

#include "app/local_media.h"
#include "app/remote.h"
#include "app/sticks.h"
#include "base/format.h"
#include "base/log.h"
#include "stage/picture.h"

namespace lobby::app {

namespace {

constexpr std::size_t most_bytes = 30U << 20U;
constexpr std::chrono::minutes retry(30);
constexpr int least_side = 24;  ///< Pixels.

net::Request request_for_picture(const std::string& url) {
  net::Request request{url};
  request.accept = "image/webp, image/jpeg, image/png, image/gif;q=0.5";
  request.max_bytes = most_bytes;
  return request;
}

/// Proves and keeps; the reason where that fails.
Result<void> keep(const std::string& url, store::Store& store, const Result<net::Response>& response) {
  if (!response) return std::unexpected(response.error());
  const auto info = stage::verify_picture(response->body);
  if (!info) return std::unexpected(info.error());
  if (std::min(info->size.width, info->size.height) < least_side) {
    return fail(ErrorKind::refused,
                format("{} × {} pixels are a counter or a line, not a picture", info->size.width, info->size.height));
  }
  const store::MediaFacts facts{format("image/{}", stage::to_string(info->type)), info->size, response->etag,
                                response->last_modified};
  if (const auto put = store.put_media(url, response->body, facts); !put) return std::unexpected(put.error());
  return {};
}

}  // namespace

bool PictureFetcher::fetch(const std::string& url) {
  if (store_.media(url)) return false;
  const auto until = refused_until_.find(url);
  if (until != refused_until_.end() && until->second > clock_.steady()) return false;
  if (hosts_.resting(url, clock_.steady())) return false;
  const auto response = http_.get(request_for_picture(url));
  response ? hosts_.answered(url) : hosts_.failed(url, clock_.steady());
  const auto kept = keep(url, store_, response);
  if (kept) return true;
  constexpr std::size_t many = 2000;
  if (refused_until_.size() > many) {
    std::erase_if(refused_until_, [this](const auto& each) { return each.second <= clock_.steady(); });
  }
  refused_until_[url] = clock_.steady() + retry;
  if (!http_.interrupted()) log::warning("a picture is left out: {}: {}", url, kept.error().message);
  return false;
}

void PictureFetcher::attach(content::Image& image) const {
  if (image.usable()) return;
  if (!is_remote(image.url) && !is_from_stick(image.url)) {
    attach_local_file(image);
  } else if (const auto media = store_.media(image.url)) {
    image.file = media->file.string();
    image.size = media->facts.size;
  }
}

}  // namespace lobby::app
