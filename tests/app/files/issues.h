// SPDX-License-Identifier: GPL-3.0-or-later
// Issues as text, for the messages of tests.
#pragma once

#include "model/base/result.h"

#include <string>
#include <vector>

namespace supernode {

inline std::string sentences(const std::vector<Issue>& issues) {
    std::string all;
    for (const Issue& issue : issues)
        all += toSentence(issue) + "\n";
    return all;
}

} // namespace supernode
