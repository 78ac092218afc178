#include "gather/picture_fetcher.h"

#include <gtest/gtest.h>

#include "../world/portal.h"
#include "../world/temporary_folder.h"

namespace lobby::gather {
namespace {

using namespace std::chrono_literals;

const std::string url = "https://portal.example/anh/1.jpg";

class PictureFetcherTest : public testing::Test {
 protected:
  static net::HttpClient::Finished picture_answer(const std::string& name) {
    net::Response response;
    response.body = picture_bytes(name);
    response.etag = '"' + name + '"';
    return {0, std::move(response), std::nullopt};
  }
  std::string file() const {
    content::Image image{url, {}};
    fetcher.attach(image);
    return image.file;
  }

  TemporaryFolder folder;
  std::unique_ptr<store::Store> store = store::Store::open(folder.path());
  ManualClock clock{WallTime(1'800'000'000s), SteadyTime(1h)};
  Hosts hosts;
  PictureFetcher fetcher{*store, hosts, clock};
};

TEST_F(PictureFetcherTest, AsksOnceForAPictureAndThenWhetherItChanged) {
  ASSERT_TRUE(fetcher.request(url));
  EXPECT_TRUE(fetcher.accept(url, picture_answer("baseline.jpg")));
  EXPECT_FALSE(fetcher.request(url));
  clock.advance(6h);
  const auto again = fetcher.request(url);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->etag, "\"baseline.jpg\"");
}

TEST_F(PictureFetcherTest, TakesTheOtherPictureThatAPortalPutInItsPlace) {
  fetcher.request(url);
  fetcher.accept(url, picture_answer("baseline.jpg"));
  const std::string before = file();
  EXPECT_TRUE(fetcher.accept(url, picture_answer("progressive.jpg")));
  EXPECT_NE(file(), before);
}

TEST_F(PictureFetcherTest, KeepsThePictureWhereAPageCameInItsPlace) {
  fetcher.request(url);
  fetcher.accept(url, picture_answer("baseline.jpg"));
  const std::string before = file();
  net::Response page;
  page.body = "<html>Hệ thống đang bảo trì</html>";
  EXPECT_FALSE(fetcher.accept(url, {0, std::move(page), std::nullopt}));
  EXPECT_EQ(file(), before);
}

TEST_F(PictureFetcherTest, AsksAgainHalfAnHourAfterAFailure) {
  ASSERT_TRUE(fetcher.request(url));
  EXPECT_FALSE(fetcher.accept(url, {0, fail(ErrorKind::invalid, "404"), std::nullopt}));
  clock.advance(29min);
  EXPECT_FALSE(fetcher.request(url));
  clock.advance(1min);
  EXPECT_TRUE(fetcher.request(url));
}

TEST_F(PictureFetcherTest, AsksAtOnceForOneThatWasEvicted) {
  fetcher.request(url);
  fetcher.accept(url, picture_answer("baseline.jpg"));
  store->evict({}, store::Bound{});
  EXPECT_TRUE(fetcher.request(url));
}

TEST_F(PictureFetcherTest, LooksAtStoredPicturesInTheCourseOfSixHoursAfterAStart) {
  fetcher.request(url);
  fetcher.accept(url, picture_answer("baseline.jpg"));
  PictureFetcher restarted(*store, hosts, clock);
  restarted.request(url);
  clock.advance(6h);
  EXPECT_TRUE(restarted.request(url));
}

}  // namespace
}  // namespace lobby::gather
