// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as a person reads them in plain text, by trust: three digits of what is modelled, six of a source.
// Pure; any thread.
#pragma once

#include "model/system/fact.h"

#include <string>

namespace supernode {

// 3 significant digits, never an exponent below 10^15: "150", "0.0365", "27,400".
std::string threeDigits(double value);
// Up to 6 significant digits, as a source prints it: "288.768", "5,376".
std::string sixDigits(double value);
// Three digits of what the model says, six of what was published or measured.
std::string byTrust(double value, Grade grade);
// A share as a change in per cent: "+1.25 %", "-3 %".
std::string signedPercent(double share);
// Every digit before the point, up to 6 behind it: "67,108,864", "0.5".
std::string wholeWithCommas(double value);

} // namespace supernode
