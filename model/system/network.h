// SPDX-License-Identifier: GPL-3.0-or-later
// The networks of a machine that a transfer can be sent over; they share no link.
#pragma once

#include <cstdint>

namespace supernode {

// ScaleUp: Unified Bus, NVLink. ScaleOut: the RDMA plane. Vpc: the data-centre network of the nodes.
enum class Network : std::uint8_t { ScaleUp, ScaleOut, Vpc };

} // namespace supernode
