// SPDX-License-Identifier: GPL-3.0-or-later
// What the colour of a link stands for, in every picture of Explore.
#pragma once

#include <cstdint>

namespace supernode {

// ByChange: busier or less busy than in the step that is compared with.
enum class Colouring : std::uint8_t { ByUtilization, ByPlane, ByChange };

} // namespace supernode
