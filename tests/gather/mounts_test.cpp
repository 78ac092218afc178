#include <gmock/gmock.h>

#include "gather/sticks.h"

namespace lobby::gather {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(StickFolders, LieWhereDesktopsAndSystemdMountSticks) {
  const char* const mountinfo =
      "21 1 179:2 / / rw,noatime shared:1 - ext4 /dev/mmcblk0p2 rw\n"
      "30 21 179:1 / /boot/firmware rw - vfat /dev/mmcblk0p1 rw\n"
      "77 21 8:1 / /media/pi/USB\\040STICK rw,nosuid - vfat /dev/sda1 rw\n"
      "81 21 8:17 / /run/media/system/ANH ro - exfat /dev/sdb1 ro\n"
      "90 21 8:33 / /mnt rw - ntfs3 /dev/sdc1 rw\n"
      "91 21 0:40 / /mnt-old rw - tmpfs tmpfs rw\n"
      "92 21 0:41 / /home/pi/media/usb rw - tmpfs tmpfs rw\n";
  EXPECT_THAT(stick_folders(mountinfo, "lobby"),
              ElementsAre(StickFolder{"/media/pi/USB STICK/lobby", "77 8:1"},
                          StickFolder{"/run/media/system/ANH/lobby", "81 8:17"}, StickFolder{"/mnt/lobby", "90 8:33"}));
}

TEST(StickFolders, OfOddTextAreNone) {
  for (const char* const text : {"", "\n", "1 2 3", "1 2 3 4 \\0", "1 2 3 4 \\777/media", "\n\n  \n"}) {
    EXPECT_THAT(stick_folders(text, "lobby"), IsEmpty()) << text;
  }
}

}  // namespace
}  // namespace lobby::gather
