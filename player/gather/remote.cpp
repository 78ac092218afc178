#include "gather/remote.h"

#include <algorithm>
#include <utility>

namespace lobby::gather {

bool is_remote(std::string_view location) {
  return location.starts_with("http://") || location.starts_with("https://");
}

void drop_local_images(content::Headline& headline) {
  std::erase_if(headline.images, [](const content::Image& image) { return !is_remote(image.url); });
}

content::Document document_of(const store::StoredDocument& stored) {
  return {stored.bytes, stored.url, stored.content_type};
}

net::Request request_for_document(const std::string& url) {
  net::Request request{url};
  request.accept =
      "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/html;q=0.8, "
      "*/*;q=0.5";
  return request;
}

net::HttpOptions http_options(const config::Config& config) {
  net::HttpOptions options;
  if (!config.ca_file.empty()) {
    options.ca_file = config.ca_file.is_absolute() ? config.ca_file : config.folder / config.ca_file;
  }
  return options;
}

store::StoredDocument stored_from(net::Response response, WallTime now) {
  return {std::move(response.body), std::move(response.content_type),  std::move(response.final_url),
          std::move(response.etag), std::move(response.last_modified), now};
}

}  // namespace lobby::gather
