// SPDX-License-Identifier: GPL-3.0-or-later
// A number as the sentences of the model write it: a few significant digits, a point, no separators.
#pragma once

#include "model/base/units.h"

#include <string>

namespace supernode {

// `value` to `digits` significant digits, as %g writes it ("1e+06" from a million on six digits).
std::string numberText(double value, int digits = 6);

// "51.0 GB", of 10^9 bytes.
std::string gigabytesText(Bytes amount);

} // namespace supernode
