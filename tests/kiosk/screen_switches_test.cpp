#include <gmock/gmock.h>

#include "kiosk/backlight.h"
#include "kiosk/cec.h"
#include "kiosk/ddc.h"
#include "made_tree.h"
#include "monitor.h"
#include "television.h"

namespace lobby::kiosk {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

TEST(Cec, MessagesAreThoseOfTheStandard) {
  EXPECT_EQ(cec_standby(4), (Bytes{0x40, 0x36}));
  EXPECT_EQ(cec_wake(4), (Bytes{0x40, 0x04}));
  EXPECT_EQ(cec_active_source(4, 0x1200), (Bytes{0x4F, 0x82, 0x12, 0x00}));
  EXPECT_EQ(cec_ask_power(8), (Bytes{0x80, 0x8F}));
  EXPECT_EQ(cec_power_in({0x04, 0x90, 0}), Power::on);
  EXPECT_EQ(cec_power_in({0x04, 0x90, 1}), Power::off);
  EXPECT_EQ(cec_power_in({0x04, 0x90, 2}), Power::on) << "on its way";
  EXPECT_EQ(cec_power_in({0x04, 0x90, 3}), Power::off);
  EXPECT_EQ(cec_power_in({0x04, 0x00, 0}), std::nullopt);
  EXPECT_EQ(cec_power_in({0x04, 0x90}), std::nullopt);
}

class CecTest : public testing::Test {
 protected:
  ScreenSwitches switches() { return adapters().switches; }
  CecAdapters adapters() {
    return cec_adapters(dev.root(),
                        [this](int, unsigned long request, void* data) { return television.call(request, data); });
  }
  MadeTree dev;
  Television television;
};

TEST_F(CecTest, AnAdapterWithoutALinkIsPassedOver) {
  EXPECT_TRUE(switches().empty()) << "there is no device";
  dev.put("cec0", "");
  television.physical = CEC_PHYS_ADDR_INVALID;
  television.is_heard_asleep = false;
  EXPECT_TRUE(switches().empty());
  television.physical = 0;
  EXPECT_TRUE(switches().empty()) << "an input";
  television.physical = 0x1000;
  EXPECT_EQ(switches().size(), 1U);
}

TEST_F(CecTest, AnAdapterIsToldFromNone) {
  EXPECT_FALSE(adapters().are_there);
  dev.put("cec0", "");
  television.physical = 0;
  EXPECT_TRUE(adapters().are_there);
  EXPECT_TRUE(adapters().unopened.empty());
}

TEST_F(CecTest, AnAdapterThatCannotBeOpenedIsNamed) {
  std::filesystem::create_directory(dev.root() / "cec0");
  EXPECT_TRUE(adapters().switches.empty());
  EXPECT_THAT(adapters().unopened, ElementsAre(AllOf(HasSubstr("cec0: Is a directory"), HasSubstr("group 'video'"))));
}

TEST_F(CecTest, ATelevisionGoesToStandbyAndIsWokenWithThePictureOfThisMachine) {
  dev.put("cec0", "");
  const auto all = switches();
  ASSERT_EQ(all.size(), 1U);
  ASSERT_TRUE(all.front()->apply(Power::off));
  EXPECT_EQ(all.front()->read_back(), Power::off);
  ASSERT_TRUE(all.front()->apply(Power::on));
  EXPECT_EQ(all.front()->read_back(), Power::on);
  EXPECT_THAT(television.heard, ElementsAre(Bytes{0x40, 0x36}, Bytes{0x40, 0x8F}, Bytes{0x40, 0x04},
                                            Bytes{0x4F, 0x82, 0x10, 0x00}, Bytes{0x40, 0x8F}));
}

TEST_F(CecTest, ATelevisionThatSleepsWithoutASignIsWoken) {
  dev.put("cec0", "");
  television.physical = CEC_PHYS_ADDR_INVALID;
  television.on = false;
  const auto all = switches();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_TRUE(all.front()->apply(Power::off));
  EXPECT_TRUE(television.heard.empty()) << "it sleeps already";
  EXPECT_TRUE(all.front()->apply(Power::on));
  EXPECT_THAT(television.heard, ElementsAre(Bytes{0xF0, 0x04}));
  EXPECT_EQ(all.front()->read_back(), std::nullopt);
  television.answers = false;
  EXPECT_TRUE(all.front()->apply(Power::on)) << "a socket with nothing in it is no fault";
}

TEST_F(CecTest, ATelevisionThatDoesNotAnswerIsNamed) {
  dev.put("cec0", "");
  television.answers = false;
  const auto asked = switches().front()->apply(Power::off);
  ASSERT_FALSE(asked);
  EXPECT_THAT(asked.error().message, HasSubstr("cec0: the television does not answer"));
}

std::vector<Connector> socket_of(const std::string& bus, bool connected = true) {
  return {{.name = "HDMI-A-1", .connected = connected, .i2c = bus}};
}

TEST(Ddc, MessagesAreThoseOfTheStandard) {
  EXPECT_EQ(ddc_set(0xD6, 4), (Bytes{0x51, 0x84, 0x03, 0xD6, 0x00, 0x04, 0x6A}));
  EXPECT_EQ(ddc_ask(0x10), (Bytes{0x51, 0x82, 0x01, 0x10, 0xAC}));
}

TEST(Ddc, AnAnswerCountsOnlyWhole) {
  Bytes answer = Monitor::answer(0x10, 50, true);
  EXPECT_EQ(ddc_answer(answer, 0x10), (DdcValue{50, 100}));
  EXPECT_EQ(ddc_answer(answer, 0xD6), std::nullopt) << "of another code";
  answer[9] ^= 1U;
  EXPECT_EQ(ddc_answer(answer, 0x10), std::nullopt) << "damaged";
  EXPECT_EQ(ddc_answer({}, 0x10), std::nullopt);
}

TEST(Ddc, AnAnswerMayBeThatThereIsNoSuchValue) {
  EXPECT_EQ(ddc_answer(Monitor::answer(0x10, 0, false), 0x10), (DdcValue{.known = false}));
  EXPECT_EQ(ddc_answer(Monitor::answer(0x10, 0, false), 0xD6), std::nullopt) << "of another code";
}

TEST(Ddc, ABusThatIsNotThereIsNamed) {
  const auto asked = ddc_switches(socket_of("/nowhere/i2c-9")).front()->apply(Power::off);
  ASSERT_FALSE(asked);
  EXPECT_THAT(asked.error().message, HasSubstr("/nowhere/i2c-9"));
}

class DdcTest : public testing::Test {
 protected:
  Monitor monitor;
  DdcLine line = [this](const auto&, auto message, std::size_t length) { return monitor.exchange(message, length); };
  std::unique_ptr<ScreenSwitch> one = std::move(ddc_switches(socket_of("/dev/i2c-2"), line).front());
};

TEST_F(DdcTest, AMonitorIsSwitchedAndSaysHowItIs) {
  ASSERT_TRUE(one->apply(Power::off));
  EXPECT_EQ(one->read_back(), Power::off);
  ASSERT_TRUE(one->apply(Power::on));
  EXPECT_EQ(one->read_back(), Power::on);
  EXPECT_THAT(monitor.told, ElementsAre(Pair(0xD6, 4), Pair(0xD6, 1)));
}

TEST_F(DdcTest, BrightnessIsWrittenOnlyWhereItIsAnother) {
  ASSERT_TRUE(one->dim(40));
  ASSERT_TRUE(one->dim(40));
  EXPECT_THAT(monitor.told, ElementsAre(Pair(0x10, 40)));
}

TEST_F(DdcTest, AMonitorIsAskedThreeTimes) {
  monitor.busy = 1;
  monitor.damaged = 1;
  EXPECT_TRUE(one->dim(40));
  EXPECT_EQ(monitor.asked, 3);
  EXPECT_EQ(monitor.brightness, 40);
  monitor.busy = 2;
  EXPECT_EQ(one->read_back(), Power::on);
}

TEST_F(DdcTest, OneThatDoesNotAnswerIsNotDimmedAndSaidToBeSo) {
  monitor.damaged = 3;
  const auto dimmed = one->dim(40);
  ASSERT_FALSE(dimmed);
  EXPECT_THAT(dimmed.error().message, HasSubstr("/dev/i2c-2: the monitor does not answer"));
  monitor.hears = false;
  EXPECT_FALSE(one->dim(40));
  EXPECT_EQ(one->read_back(), std::nullopt);
  EXPECT_TRUE(monitor.told.empty());
}

TEST_F(DdcTest, OneThatHasNoBrightnessIsLeftAsItIs) {
  monitor.has_brightness = false;
  EXPECT_TRUE(one->dim(40));
  EXPECT_EQ(monitor.asked, 1);
  EXPECT_TRUE(monitor.told.empty());
}

TEST_F(DdcTest, OneThatShowsNoSignOfItselfIsWoken) {
  const auto all = ddc_switches(socket_of("/dev/i2c-2", false), line);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_TRUE(all.front()->apply(Power::off));
  EXPECT_TRUE(monitor.told.empty()) << "it sleeps already";
  EXPECT_TRUE(all.front()->apply(Power::on));
  EXPECT_THAT(monitor.told, ElementsAre(Pair(0xD6, 1)));
  monitor.hears = false;
  EXPECT_TRUE(all.front()->apply(Power::on)) << "that nobody is there is no fault";
}

TEST_F(DdcTest, WhereAnotherIsSeenNobodyKnocksAtEmptySockets) {
  auto sockets = socket_of("/dev/i2c-2", false);
  sockets.push_back({.name = "HDMI-A-2", .connected = true, .i2c = "/dev/i2c-3"});
  const auto all = ddc_switches(sockets, line);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all.front()->name(), "DDC/CI on /dev/i2c-3");
}

TEST(Backlight, IsSwitchedAndDimmedThroughItsFiles) {
  const MadeTree sys;
  sys.put("class/backlight/10-0045/bl_power", "0\n");
  sys.put("class/backlight/10-0045/brightness", "255\n");
  sys.put("class/backlight/10-0045/max_brightness", "255\n");
  const auto lights = backlights(sys.root());
  ASSERT_EQ(lights.size(), 1U);
  EXPECT_EQ(lights.front()->read_back(), Power::on);
  ASSERT_TRUE(lights.front()->apply(Power::off));
  EXPECT_EQ(sys.text("class/backlight/10-0045/bl_power"), "4");
  EXPECT_EQ(lights.front()->read_back(), Power::off);
  ASSERT_TRUE(lights.front()->dim(40));
  EXPECT_EQ(sys.text("class/backlight/10-0045/brightness"), "102");
  ASSERT_TRUE(lights.front()->dim(0));
  EXPECT_EQ(sys.text("class/backlight/10-0045/brightness"), "1") << "never dark";
}

TEST(Backlight, OneThatCannotBeWrittenIsNamed) {
  const MadeTree sys;
  sys.put("class/backlight/panel/max_brightness", "255\n");
  const auto lights = backlights(sys.root());
  ASSERT_EQ(lights.size(), 1U);
  EXPECT_FALSE(lights.front()->apply(Power::off));
  EXPECT_FALSE(std::filesystem::exists(sys.root() / "class/backlight/panel/bl_power"));
}

}  // namespace
}  // namespace lobby::kiosk
