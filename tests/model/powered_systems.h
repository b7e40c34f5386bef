// SPDX-License-Identifier: GPL-3.0-or-later
// The two machines of test_systems.h with power by parts, in round numbers.
#pragma once

#include "tests/model/test_systems.h"

namespace supernode::test {

// 559 kW typical and 719 kW maximum; the chips get what the others leave.
SystemPtr poweredCloudMatrix();
// 145 kW typical; a chip of 1,200 W, so that something is left for the rest.
SystemPtr poweredNvl72();
SystemPtr withPower(const SystemSpec& system);

} // namespace supernode::test
