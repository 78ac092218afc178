#pragma once

#include <linux/cec.h>
#include <sys/ioctl.h>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace lobby::kiosk {

using Bytes = std::vector<std::uint8_t>;

/// A television at the other end of an adapter, as the kernel's interface shows it.
struct Television {
  std::uint16_t physical = 0x1000;
  bool answers = true;
  bool on = true;
  bool has_address = false;
  bool is_heard_asleep = true;  ///< The adapter carries words to a display that shows no sign of itself.
  std::vector<Bytes> heard;

  int call(unsigned long request, void* data) {
    if (request == CEC_ADAP_G_PHYS_ADDR) *static_cast<__u16*>(data) = physical;
    if (request == CEC_ADAP_G_LOG_ADDRS || request == CEC_ADAP_S_LOG_ADDRS) {
      auto& addresses = *static_cast<cec_log_addrs*>(data);
      has_address = has_address || request == CEC_ADAP_S_LOG_ADDRS;
      addresses.num_log_addrs = has_address ? 1 : 0;
      addresses.log_addr[0] = 4;
    }
    if (request == CEC_ADAP_G_CAPS)
      static_cast<cec_caps*>(data)->capabilities = is_heard_asleep ? 0 : CEC_CAP_NEEDS_HPD;
    if (request == CEC_TRANSMIT && !has_address) return -1;
    if (request == CEC_TRANSMIT) take(*static_cast<cec_msg*>(data));
    return 0;
  }

  void take(cec_msg& message) {
    heard.emplace_back(message.msg, message.msg + message.len);
    message.tx_status = answers ? CEC_TX_STATUS_OK : CEC_TX_STATUS_NACK;
    if (message.msg[1] == CEC_MSG_STANDBY) on = false;
    if (message.msg[1] == CEC_MSG_IMAGE_VIEW_ON) on = true;
    if (message.reply == 0) return;
    message.rx_status = CEC_RX_STATUS_OK;
    const Bytes answer{0x04, 0x90, static_cast<std::uint8_t>(on ? 0 : 1)};
    std::ranges::copy(answer, message.msg);
    message.len = 3;
  }
};

}  // namespace lobby::kiosk
