#include "notices/signed_notices.h"

#include <algorithm>
#include <utility>

#include "base/format.h"
#include "base/log.h"
#include "config/notice_file.h"
#include "trust/minisign.h"

namespace lobby::notices {

std::string SignedNotices::name() const { return format("notice feed {}", feed_.url); }

std::optional<net::Request> SignedNotices::next_request(SteadyTime now) {
  if (!asks_ || asked_ || now < due_) return std::nullopt;
  asked_ = true;
  net::Request request{waiting_ ? feed_.url + ".minisig" : feed_.url};
  request.max_bytes = waiting_ ? trust::most_signature_bytes : config::most_notice_document_bytes;
  request.timeout = std::chrono::seconds(10);
  if (!waiting_) {
    request.etag = etag_;
    request.last_modified = last_modified_;
  }
  return request;
}

SteadyTime SignedNotices::due() const { return asks_ && !asked_ ? due_ : SteadyTime::max(); }

void SignedNotices::give_up_request() {
  asked_ = false;
  waiting_.reset();
  etag_.clear();
  last_modified_.clear();
}

void SignedNotices::take(Result<net::Response> answer, const playlist::Moment& now) {
  asked_ = false;
  const bool was_signature = waiting_.has_value();
  Result<void> taken;
  if (!answer) {
    taken = std::unexpected(answer.error());
  } else if (was_signature) {
    taken = editions_.take(*waiting_, answer->body, name(), now);
  } else {
    take_document(std::move(*answer));
  }
  if (was_signature || !taken) waiting_.reset();
  if (taken) {
    failures_ = 0;
    if (!waiting_) complaint_.clear();
  } else {
    // The document is wanted again, also where it stays the same.
    etag_.clear();
    last_modified_.clear();
    failures_ = std::min(failures_ + 1, 4);
    const std::string message = taken.error().message;
    if (std::exchange(complaint_, message) != message) log::warning("{}: {}", name(), message);
  }
  due_ = waiting_ ? now.steady : now.steady + feed_.every * std::max(1, failures_);
  if (!waiting_ && std::exchange(ask_again_, false)) due_ = now.steady;
}

void SignedNotices::take_document(net::Response answer) {
  if (answer.status == net::Status::not_modified) return;
  etag_ = answer.etag;
  last_modified_ = answer.last_modified;
  if (!editions_.holds(answer.body)) waiting_ = std::move(answer.body);
}

}  // namespace lobby::notices
