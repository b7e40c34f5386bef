// SPDX-License-Identifier: GPL-3.0-or-later
// Checked claims as their page shows them, in the current language.
#pragma once

#include "app/files/claim_check.h"
#include "views/panels/claim_row.h"

namespace supernode {

ClaimView viewOf(const CheckedClaim& checked);
// What the panel at the right says: HTML paragraphs; every count with its formula, terms and documents.
// Promise: every term of every count stands there with its grade. [ClaimWords.EveryTermStandsThere]
QString detailOf(const CheckedClaim& checked);
// "11 of 18 claims hold, 5 only as they were counted, 3 do not"
QString summaryOf(const std::vector<CheckedClaim>& checked);

} // namespace supernode
