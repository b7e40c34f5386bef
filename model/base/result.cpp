// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/result.h"

namespace supernode {

std::string toSentence(const Issue& issue) {
    std::string sentence = issue.field.empty() ? issue.reason : issue.field + ": " + issue.reason;
    if (!issue.remedy.empty())
        sentence += "; " + issue.remedy;
    return sentence;
}

} // namespace supernode
