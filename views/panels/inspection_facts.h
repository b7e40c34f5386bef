// SPDX-License-Identifier: GPL-3.0-or-later
// The facts of the machine that matter for one kind of element, as rows with their sources. Pure.
#pragma once

#include "views/panels/inspection.h"

namespace supernode {

std::vector<InspectionRow> factRowsOf(const SystemSpec& system, ElementKind kind);

} // namespace supernode
