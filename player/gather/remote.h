#pragma once

#include <string_view>

#include "config/config.h"
#include "content/document.h"
#include "content/item.h"
#include "net/http.h"
#include "store/store.h"

namespace lobby::gather {

/// Whether a location is fetched over the network; everything else is a path on this machine.
bool is_remote(std::string_view location);

/// A document from the network must not name files of this machine.
void drop_local_images(content::Headline& headline);

/// A stored document as the readers take it.
content::Document document_of(const store::StoredDocument& stored);

/// A GET for a feed or a page.
net::Request request_for_document(const std::string& url);

/// How the network is used under a config.
net::HttpOptions http_options(const config::Config& config);

/// What is kept of an answer.
store::StoredDocument stored_from(net::Response response, WallTime now);

}  // namespace lobby::gather
