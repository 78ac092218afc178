#include "app/push_thread.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/format.h"
#include "base/log.h"
#include "host/device.h"
#include "host/files.h"
#include "host/version.h"

namespace lobby::app {

namespace {

namespace fs = std::filesystem;

using std::chrono::milliseconds;
using std::chrono::seconds;

/// The broker hears of another slide so often, for a show of two hundred players is nothing to broadcast …
constexpr seconds between_announcements(60);
/// … but at once for so long after a push, for somebody waits for what they pushed.
constexpr seconds eager_for(15);
/// Two hundred players that are asked at once must not fall upon the portal at once.
constexpr milliseconds widest_spread = seconds(2);
constexpr std::size_t longest_password = 4096;

fs::path placed(const fs::path& file, const config::Config& config) {
  return file.empty() || file.is_absolute() ? file : config.folder / file;
}

Result<std::string> password_in(const fs::path& file) {
  if (file.empty()) return std::string();
  auto text = host::read_file(file, longest_password);
  if (!text) return fail(ErrorKind::unavailable, format("'password_file': {}", text.error().message));
  text->erase(text->find_last_not_of("\r\n") + 1);
  return text;
}

std::string presence(const std::string& title, const fleet::Standing& bundles) {
  nlohmann::json json{{"state", "online"}, {"version", host::version}, {"on_screen", title}};
  if (!bundles.verdict.empty()) json["bundle"] = {{"in_use", bundles.in_use}, {"verdict", bundles.verdict}};
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

PushThread::PushThread(const config::Config& config, notices::PushedBox& pushed, std::function<void()> reload)
    : pushed_(pushed), reload_(std::move(reload)), random_(std::random_device{}()) {
  change(config);
}

PushThread::~PushThread() {
  stop();
  if (thread_.joinable()) thread_.join();
}

std::optional<PushThread::BrokerSettings> PushThread::settings_of(const config::Config& config) {
  if (!config.push) return std::nullopt;
  return BrokerSettings{*config.push, host::named(config.device), placed(config.ca_file, config),
                        placed(config.push->password_file, config)};
}

void PushThread::change(const config::Config& config) {
  const std::scoped_lock lock(mutex_);
  auto wanted = settings_of(config);
  if (ended_ || wanted == settings_) return;
  settings_ = std::move(wanted);
  is_new_ = true;
  if (client_ != nullptr) client_->interrupt();
  changed_.notify_all();
  if (settings_ && !thread_.joinable()) thread_ = std::thread([this] { run(); });
}

void PushThread::stop() {
  const std::scoped_lock lock(mutex_);
  ended_ = true;
  if (client_ != nullptr) client_->interrupt();
  changed_.notify_all();
}

void PushThread::shows(const std::string& title) {
  const std::scoped_lock lock(mutex_);
  title_ = title;
  if (client_ != nullptr && std::chrono::steady_clock::now() < eager_until_) client_->wake();
}

void PushThread::stands(const fleet::Standing& standing) {
  const std::scoped_lock lock(mutex_);
  bundles_ = standing;
  if (client_ != nullptr) client_->wake();
}

std::optional<PushThread::BrokerSettings> PushThread::next_settings() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return ended_ || (is_new_ && settings_); });
  if (ended_) return std::nullopt;
  is_new_ = false;
  return settings_;
}

void PushThread::run() {
  while (const auto settings = next_settings()) talk(*settings);
}

/// A client that was interrupted stays so; what comes after it is another one.
void PushThread::use(push::Client* client) {
  const std::scoped_lock lock(mutex_);
  client_ = client;
  if (client_ != nullptr && (ended_ || is_new_)) client_->interrupt();
}

void PushThread::talk(const BrokerSettings& settings) {
  const notices::PushTopics topics(config::with_names(settings.push.topic, settings.device), settings.device);
  push::Options options;
  options.host = settings.push.broker.host;
  options.port = settings.push.broker.port;
  options.line = settings.push.broker.encrypted ? push::Line::tls : push::Line::plain;
  options.ca_file = settings.ca_file;
  options.client_id = topics.client_id();
  options.user = settings.push.user;
  options.password = [file = settings.password_file] { return password_in(file); };
  options.topics = topics.heard();
  options.presence_topic = topics.status();
  options.last_will = R"({"state":"offline"})";
  push::Client client(std::move(options));
  use(&client);
  announce_at_ = SteadyTime::min();
  while (!client.interrupted()) {
    say_how_it_is(client);
    for (auto& message : client.wait_until(std::min(pace_.due(), announce_at_))) take(topics, std::move(message));
    tell(settings, client);
    reload_where_due();
  }
  use(nullptr);
}

/// Who is asked to reload may be gone after `stop`.
void PushThread::reload_where_due() {
  if (!pace_.take(std::chrono::steady_clock::now())) return;
  const std::scoped_lock lock(mutex_);
  if (!ended_) reload_();
}

/// What the broker kept of a wish to reload is no news: somebody had it kept by mistake.
void PushThread::take(const notices::PushTopics& topics, push::Message message) {
  const auto meaning = topics.meaning_of(message.topic);
  if (!meaning) return;
  const SteadyTime now = std::chrono::steady_clock::now();
  if (meaning->what == notices::PushTopics::What::notice) {
    {
      const std::scoped_lock lock(mutex_);
      eager_until_ = now + eager_for;
    }
    return pushed_.put({std::move(message.payload), meaning->to});
  }
  if (message.kept) return;
  const auto spread = meaning->to == notices::Audience::device ? milliseconds(0) : widest_spread;
  pace_.want(now, milliseconds(std::uniform_int_distribution<milliseconds::rep>(0, spread.count())(random_)));
}

void PushThread::say_how_it_is(push::Client& client) {
  const SteadyTime now = std::chrono::steady_clock::now();
  std::string title;
  fleet::Standing bundles;
  {
    const std::scoped_lock lock(mutex_);
    const bool first = announce_at_ == SteadyTime::min();
    const bool may = now >= announce_at_ || now < eager_until_;
    if (now >= announce_at_) announce_at_ = now + between_announcements;
    // Whoever publishes a bundle waits for what comes of it.
    const bool stands_so = bundles_ == announced_bundles_;
    if (!first && stands_so && (!may || title_ == announced_)) return;
    title = announced_ = title_;
    bundles = announced_bundles_ = bundles_;
  }
  client.announce(presence(title, bundles));
}

void PushThread::tell(const BrokerSettings& settings, const push::Client& client) {
  const auto& trouble = client.trouble();
  if (!trouble && !client.connected()) return;
  const std::string message = trouble ? trouble->message : format("{} is listened to", settings.push.broker.host);
  if (std::exchange(told_, message) == message) return;
  if (trouble) return log::warning("push: {}; what is polled is polled all the same", message);
  log::info("push: {}, as '{}'", message, settings.device.name);
}

}  // namespace lobby::app
