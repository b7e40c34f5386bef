// SPDX-License-Identifier: GPL-3.0-or-later
// The operators of attention, and the two that every part of a layer is made of: a product and a norm.
//
// Units and limits: those of operators.h. Internal to this room.
#pragma once

#include "model/workload/operators.h"

namespace supernode::parts {

// rows x in numbers times an in x out matrix; the result is BF16.
Operator product(OperatorKind kind, double rows, double in, double out, const MatrixNumbers& numbers);
// Reads and writes rows of `width` numbers in BF16. Vector arithmetic: no FLOPs of a matrix unit.
Operator norm(OperatorKind kind, double rows, double width);
// From the norm before to the output projection, on one of the tensor ranks.
LayerParts attention(const ModelSpec& model, const Execution& run, const Batch& batch);

} // namespace supernode::parts
