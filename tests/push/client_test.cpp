#include "push/client.h"

#include <gmock/gmock.h>

#include <thread>

#include "../world/broker.h"
#include "../world/loopback_socket.h"

namespace lobby::push {
namespace {

using namespace std::chrono;
using testing::HasSubstr;

constexpr seconds patience(20);

/// Waits until `done`; everything that came meanwhile.
template <typename Done>
std::vector<Message> wait_for(Client& client, Done done) {
  std::vector<Message> all;
  const auto give_up = steady_clock::now() + patience;
  while (!done(all) && steady_clock::now() < give_up) {
    for (auto& message : client.wait_until(steady_clock::now() + milliseconds(50))) all.push_back(std::move(message));
  }
  EXPECT_TRUE(done(all)) << (client.trouble() ? client.trouble()->message : "");
  return all;
}

void wait_for_connection(Client& client) {
  wait_for(client, [&client](const auto&) { return client.connected(); });
}

std::string trouble_of(Client& client) {
  wait_for(client, [&client](const auto&) { return client.trouble().has_value(); });
  return client.trouble() ? client.trouble()->message : "";
}

TEST(PushClient, HearsWhatIsSaidAndWhatWasSaidBefore) {
  const Broker broker;
  publish(broker, "lobby/all/notice", "kept", Retain::yes);
  Client client(broker.options("sanh-1"));
  const auto first = wait_for(client, [](const auto& all) { return !all.empty(); });
  EXPECT_EQ(first, (std::vector<Message>{{"lobby/all/notice", "kept", true}}));
  EXPECT_TRUE(client.connected());
  publish(broker, "lobby/sanh-2/notice", "for another");
  publish(broker, "lobby/sanh-1/notice", "");
  publish(broker, "lobby/sanh-1/notice", std::string("a\0b", 3));
  const auto then = wait_for(client, [](const auto& all) { return all.size() == 2; });
  EXPECT_EQ(then, (std::vector<Message>{{"lobby/sanh-1/notice", "", false},
                                        {"lobby/sanh-1/notice", std::string("a\0b", 3), false}}));
}

TEST(PushClient, TrustsACertificateOnlyWhereItKnowsItsRoot) {
  const Broker broker(Line::tls);
  const Broker other(Line::tls);
  {
    Client client(broker.options("sanh-1"));
    wait_for_connection(client);
    EXPECT_FALSE(client.trouble());
  }
  auto options = broker.options("sanh-2");
  options.ca_file = other.roots();
  Client strange(options);
  EXPECT_THAT(trouble_of(strange), HasSubstr("no safe line to 127.0.0.1: "));
  EXPECT_THAT(trouble_of(strange), HasSubstr("'ca_file'"));
  EXPECT_FALSE(strange.connected());
  options.ca_file.clear();
  Client without(options);
  EXPECT_THAT(trouble_of(without), HasSubstr("certificate verify failed"));
  options.ca_file = broker.roots();
  options.host = "localhost";
  Client elsewhere(options);
  EXPECT_THAT(trouble_of(elsewhere), HasSubstr("no safe line to localhost: "));
  options.ca_file = "/nowhere/roots.pem";
  Client blind(options);
  EXPECT_EQ(trouble_of(blind), "the roots in /nowhere/roots.pem cannot be used; correct 'ca_file'");
}

TEST(PushClient, ComesBackWhenTheBrokerDoesAndHearsWhatItKeeps) {
  Broker broker;
  Client client(broker.options("sanh-1"));
  client.announce("here");
  wait_for_connection(client);
  broker.kill();
  wait_for(client, [&client](const auto&) { return !client.connected(); });
  EXPECT_THAT(trouble_of(client), HasSubstr("127.0.0.1"));
  broker.start();
  wait_for_connection(client);
  EXPECT_FALSE(client.trouble());
  publish(broker, "lobby/sanh-1/notice", "after");
  const auto came = wait_for(client, [](const auto& all) { return !all.empty(); });
  EXPECT_EQ(came, (std::vector<Message>{{"lobby/sanh-1/notice", "after", false}}));
  EXPECT_THAT(heard(broker, "lobby/sanh-1/status", "here"), HasSubstr("here"));
}

TEST(PushClient, IsToldWhatCameWhileItWasAway) {
  const Broker broker;
  {
    Client client(broker.options("sanh-1"));
    wait_for_connection(client);
  }
  publish(broker, "lobby/all/notice", "meanwhile");
  Client client(broker.options("sanh-1"));
  const auto came = wait_for(client, [](const auto& all) { return !all.empty(); });
  EXPECT_EQ(came, (std::vector<Message>{{"lobby/all/notice", "meanwhile", false}}));
}

TEST(PushClient, TheBrokerSaysWhoIsThereAndWhoIsGone) {
  const Broker broker;
  auto client = std::make_unique<Client>(broker.options("sanh-1"));
  client->announce("online");
  wait_for_connection(*client);
  std::thread playing([&client] { client->wait_until(SteadyTime::max()); });
  EXPECT_EQ(heard(broker, "lobby/sanh-1/status", "online"), "online\n");
  client->interrupt();
  playing.join();
  client.reset();
  EXPECT_EQ(heard(broker, "lobby/sanh-1/status", "offline"), "offline\n");
}

TEST(PushClient, APlayerThatIsKilledIsOfflineToo) {
  const Broker broker;
  const pid_t child = fork();
  if (child == 0) {
    Client client(broker.options("sanh-1"));
    client.announce("online");
    client.wait_until(SteadyTime::max());
    client.wait_until(SteadyTime::max());
    _exit(0);
  }
  EXPECT_EQ(heard(broker, "lobby/sanh-1/status", "online"), "online\n");
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  EXPECT_EQ(heard(broker, "lobby/sanh-1/status", "offline"), "offline\n");
}

TEST(PushClient, NeverTakesMoreThanItSaidItWould) {
  const Broker broker;
  auto options = broker.options("sanh-1");
  options.most_bytes = 1000;
  Client client(options);
  wait_for_connection(client);
  publish(broker, "lobby/all/notice", std::string(3000, 'x'));  // More than the packet may have: the broker's part.
  publish(broker, "lobby/all/notice", std::string(1001, 'x'));
  publish(broker, "lobby/all/notice", std::string(1000, 'y'));
  const auto came = wait_for(client, [](const auto& all) { return !all.empty(); });
  ASSERT_EQ(came.size(), 1U);
  EXPECT_EQ(came[0].payload, std::string(1000, 'y'));
}

TEST(PushClient, DoesNotWaitForABrokerThatNeverAnswers) {
  const LoopbackSocket silence;
  silence.listen();
  const Broker broker;
  for (const Line line : {Line::plain, Line::tls}) {
    auto options = broker.options("sanh-1");
    options.port = silence.port();
    options.line = line;
    options.answer_timeout = milliseconds(100);
    Client client(options);
    EXPECT_EQ(trouble_of(client), "the broker at 127.0.0.1 does not answer");
  }
}

TEST(PushClient, EndsAtOnceWhateverItWaitsFor) {
  const LoopbackSocket silence;
  silence.listen();
  const Broker broker;
  auto silent = broker.options("sanh-1");
  silent.port = silence.port();
  auto unreachable = broker.options("sanh-2");
  unreachable.host = "192.0.2.1";  // RFC 5737: nobody is there.
  for (const auto& options : {broker.options("sanh-3"), silent, unreachable}) {
    Client client(options);
    std::thread playing([&client] {
      while (!client.interrupted()) client.wait_until(SteadyTime::max());
    });
    const auto began = steady_clock::now();
    client.interrupt();
    playing.join();
    EXPECT_LT(steady_clock::now() - began, seconds(4)) << options.host;
  }
}

TEST(PushClient, SaysWhyTheBrokerDoesNotWantIt) {
  const Broker broker(Line::plain, "allow_anonymous false");
  auto options = broker.options("sanh-1");
  options.user = "lobby";
  options.password = [] { return Result<std::string>("secret"); };
  Client client(options);
  EXPECT_THAT(trouble_of(client), HasSubstr("the broker refuses this player: "));
  EXPECT_THAT(trouble_of(client), HasSubstr("correct 'user' and 'password_file'"));
  options.password = []() -> Result<std::string> { return fail(ErrorKind::unavailable, "there is no password"); };
  Client without(options);
  EXPECT_EQ(trouble_of(without), "there is no password");
}

TEST(PushClient, TwoOfOneNameTurnEachOtherOutEverMoreSeldomAndSaySo) {
  const Broker broker;
  Client first(broker.options("sanh-1"));
  Client second(broker.options("sanh-1"));
  const auto suspects = [](const Client& client) {
    if (!client.trouble()) return false;
    const std::string& message = client.trouble()->message;
    // Newer brokers say so themselves.
    return message.contains("does another player have the same name?") ||
           message.contains("another player has connected by this one's name");
  };
  const auto give_up = steady_clock::now() + patience;
  while (!suspects(first) && !suspects(second) && steady_clock::now() < give_up) {
    first.wait_until(steady_clock::now() + milliseconds(5));
    second.wait_until(steady_clock::now() + milliseconds(5));
  }
  EXPECT_TRUE(suspects(first) || suspects(second)) << trouble_of(first) << "; " << trouble_of(second);
}

TEST(PushClient, AWakeEndsOneWait) {
  const Broker broker;
  Client client(broker.options("sanh-1"));
  wait_for_connection(client);
  client.wake();
  EXPECT_TRUE(client.wait_until(SteadyTime::max()).empty());
}

TEST(PushRetry, ComesEverMoreSeldomAndNeverInStep) {
  const Options options;
  EXPECT_EQ(retry_delay(options, 1, 0.0), milliseconds(1000));
  EXPECT_EQ(retry_delay(options, 1, 0.5), milliseconds(2000));
  EXPECT_EQ(retry_delay(options, 2, 0.5), milliseconds(4000));
  EXPECT_EQ(retry_delay(options, 4, 0.5), milliseconds(16000));
  EXPECT_EQ(retry_delay(options, 32, 0.5), milliseconds(120000));
  EXPECT_EQ(retry_delay(options, 32, 1.0), milliseconds(180000));
}

}  // namespace
}  // namespace lobby::push
