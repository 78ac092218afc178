#include "push/session.h"

#include <mosquitto.h>
#include <mqtt_protocol.h>
#include <poll.h>

#include <cerrno>
#include <system_error>

#include "base/format.h"

namespace lobby::push {

namespace {

constexpr int at_least_once = 1;
constexpr std::size_t most_waiting = 64;
/// A topic, properties and the head of a packet, beside the payload.
constexpr std::size_t envelope_bytes = 1024;
/// Messages that the broker may send before one was acknowledged.
constexpr int most_unacknowledged = 8;

struct PropertiesEnd {
  void operator()(mosquitto_property* properties) const { mosquitto_property_free_all(&properties); }
};

std::unique_ptr<mosquitto_property, PropertiesEnd> properties_of(const Options& options) {
  mosquitto_property* made = nullptr;
  mosquitto_property_add_int32(&made, MQTT_PROP_SESSION_EXPIRY_INTERVAL,
                               static_cast<std::uint32_t>(options.session_expiry.count()));
  mosquitto_property_add_int32(&made, MQTT_PROP_MAXIMUM_PACKET_SIZE,
                               static_cast<std::uint32_t>(options.most_bytes + envelope_bytes));
  return std::unique_ptr<mosquitto_property, PropertiesEnd>(made);
}

const char* pointer_of(const std::string& text) { return text.empty() ? nullptr : text.c_str(); }

Error reason_of_end(int reason) {
  if (reason == MQTT_RC_SESSION_TAKEN_OVER) {
    return {ErrorKind::refused, "another player has connected by this one's name; give each a name of its own"};
  }
  return {ErrorKind::unavailable, format("the broker ends the connection: {}", mosquitto_reason_string(reason))};
}

Error reason_of_refusal(int reason) {
  std::string text = format("the broker refuses this player: {}", mosquitto_reason_string(reason));
  if (reason == MQTT_RC_BAD_USERNAME_OR_PASSWORD || reason == MQTT_RC_NOT_AUTHORIZED) {
    text += "; correct 'user' and 'password_file'";
  }
  if (reason == MQTT_RC_UNSUPPORTED_PROTOCOL_VERSION) text += "; it must speak MQTT 5";
  return {ErrorKind::unavailable, text};
}

}  // namespace

void Session::End::operator()(mosquitto* handle) const { mosquitto_destroy(handle); }

Session::Session(const Options& options, std::vector<Message>& inbox) : options_(options), inbox_(inbox) {
  // Counts without a lock how often it was called; once is enough.
  [[maybe_unused]] static const int ready = mosquitto_lib_init();
  handle_.reset(mosquitto_new(options_.client_id.c_str(), false, this));
}

Session::~Session() {
  if (!open_) return;
  mosquitto_disconnect_v5(handle_.get(), MQTT_RC_DISCONNECT_WITH_WILL_MSG, nullptr);
  sluice_->give();
}

void Session::set_callbacks() {
  mosquitto* const handle = handle_.get();
  mosquitto_connect_v5_callback_set(handle, [](mosquitto*, void* self, int reason, int, const mosquitto_property*) {
    static_cast<Session*>(self)->on_connect(reason);
  });
  mosquitto_subscribe_v5_callback_set(
      handle, [](mosquitto*, void* self, int, int count, const int* granted, const mosquitto_property*) {
        static_cast<Session*>(self)->on_subscribe(count, granted);
      });
  mosquitto_message_v5_callback_set(
      handle, [](mosquitto*, void* self, const mosquitto_message* message, const mosquitto_property*) {
        static_cast<Session*>(self)->on_message(message->topic, static_cast<const char*>(message->payload),
                                                static_cast<std::size_t>(message->payloadlen), message->retain);
      });
  mosquitto_disconnect_v5_callback_set(handle, [](mosquitto*, void* self, int reason, const mosquitto_property*) {
    if (reason < MQTT_RC_UNSPECIFIED) return;  // Not the broker's word, but a number of libmosquitto's own.
    static_cast<Session*>(self)->refusal_ = reason_of_end(reason);
  });
  mosquitto_log_callback_set(handle, [](mosquitto*, void* self, int level, const char* text) {
    if (level == MOSQ_LOG_ERR) static_cast<Session*>(self)->last_fault_ = text;
  });
}

Result<void> Session::prepare() {
  mosquitto* const handle = handle_.get();
  if (handle == nullptr) return fail(ErrorKind::invalid, format("'{}' is no name for a client", options_.client_id));
  mosquitto_int_option(handle, MOSQ_OPT_PROTOCOL_VERSION, MQTT_PROTOCOL_V5);
  mosquitto_int_option(handle, MOSQ_OPT_RECEIVE_MAXIMUM, most_unacknowledged);
  mosquitto_int_option(handle, MOSQ_OPT_TCP_NODELAY, 1);
  set_callbacks();
  if (options_.line == Line::tls) {
    mosquitto_int_option(handle, MOSQ_OPT_TLS_USE_OS_CERTS, 1);
    const std::string roots = options_.ca_file.string();
    const int set = mosquitto_tls_set(handle, pointer_of(roots), roots.empty() ? "/etc/ssl/certs" : nullptr, nullptr,
                                      nullptr, nullptr);
    if (set != MOSQ_ERR_SUCCESS) {
      return fail(ErrorKind::unavailable, format("the roots in {} cannot be used; correct 'ca_file'", roots));
    }
  }
  if (!options_.user.empty()) {
    Result<std::string> password = options_.password ? options_.password() : std::string();
    if (!password) return std::unexpected(password.error());
    mosquitto_username_pw_set(handle, options_.user.c_str(), pointer_of(*password));
  }
  const auto& will = options_.last_will;
  mosquitto_will_set_v5(handle, options_.presence_topic.c_str(), static_cast<int>(will.size()), will.data(),
                        at_least_once, true, nullptr);
  return {};
}

Result<void> Session::connect() {
  if (auto prepared = prepare(); !prepared) return prepared;
  const auto properties = properties_of(options_);
  const int done = mosquitto_connect_bind_v5(handle_.get(), options_.host.c_str(), options_.port,
                                             static_cast<int>(options_.keep_alive.count()), nullptr, properties.get());
  if (done != MOSQ_ERR_SUCCESS) return std::unexpected(failure_of(done));
  sluice_ = std::make_unique<Sluice>(handle_.get(), options_.most_bytes + envelope_bytes);
  return sluice_->begin();
}

int Session::descriptor() const { return sluice_->descriptor(); }

short Session::events() const {
  if (sluice_->blocked()) return POLLOUT;
  return static_cast<short>(POLLIN | (mosquitto_want_write(handle_.get()) ? POLLOUT : 0));
}

Result<void> Session::tend(short events) {
  mosquitto* const handle = handle_.get();
  sluice_->give();
  int done = MOSQ_ERR_SUCCESS;
  if ((events & (POLLIN | POLLERR | POLLHUP)) != 0 && !sluice_->blocked()) {
    const auto taken = sluice_->take();
    if (!taken) refusal_ = taken.error();
    done = taken.value_or(MOSQ_ERR_PROTOCOL);
  }
  if (done == MOSQ_ERR_SUCCESS && mosquitto_want_write(handle)) done = mosquitto_loop_write(handle, 1);
  if (done == MOSQ_ERR_SUCCESS) done = mosquitto_loop_misc(handle);
  sluice_->give();
  if (done == MOSQ_ERR_SUCCESS && mosquitto_socket(handle) < 0) done = MOSQ_ERR_CONN_LOST;
  if (done == MOSQ_ERR_SUCCESS && !refusal_) return {};
  open_ = false;
  return std::unexpected(failure_of(done));
}

Error Session::failure_of(int code) const {
  const int error = errno;
  if (refusal_) return *refusal_;
  std::string why = code == MOSQ_ERR_ERRNO ? std::generic_category().message(error) : mosquitto_strerror(code);
  if (!last_fault_.empty()) why = last_fault_;
  const bool of_trust = code == MOSQ_ERR_TLS || why.find("certificate") != std::string::npos;
  return {ErrorKind::unavailable,
          of_trust ? format("no safe line to {}: {}; where the broker has roots of its own, name them in 'ca_file'",
                            options_.host, why)
                   : format("the connection to {} is lost: {}", options_.host, why)};
}

void Session::on_connect(int reason) {
  if (reason != 0) {
    refusal_ = reason_of_refusal(reason);
    return;
  }
  std::vector<char*> topics;
  for (const auto& topic : options_.topics) topics.push_back(const_cast<char*>(topic.c_str()));
  mosquitto_subscribe_multiple(handle_.get(), nullptr, static_cast<int>(topics.size()), topics.data(), at_least_once, 0,
                               nullptr);
}

void Session::on_subscribe(int count, const int* granted) {
  denied_.clear();
  for (int index = 0; index < count && index < static_cast<int>(options_.topics.size()); ++index) {
    if (granted[index] < MQTT_RC_UNSPECIFIED) continue;
    denied_ += (denied_.empty() ? "" : ", ") + options_.topics[static_cast<std::size_t>(index)];
  }
  open_ = true;
}

/// A packet that is not too long may still be mostly payload.
void Session::on_message(const char* topic, const char* payload, std::size_t size, bool kept) {
  if (size > options_.most_bytes || inbox_.size() >= most_waiting) return;
  inbox_.push_back({topic, size > 0 ? std::string(payload, size) : std::string(), kept});
}

void Session::announce(const std::string& payload) {
  mosquitto_publish_v5(handle_.get(), nullptr, options_.presence_topic.c_str(), static_cast<int>(payload.size()),
                       payload.data(), at_least_once, true, nullptr);
  sluice_->give();
}

}  // namespace lobby::push
