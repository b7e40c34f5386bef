// SPDX-License-Identifier: GPL-3.0-or-later
// A language model from JSON: names, and every number with unit, grade and source.
//
// Format: "schema": 1, "kind": "model", "id", "name", "maker", "sources", then the parts shape,
// grouped_attention or latent_attention, dense_ffn and experts (either may be absent) and published, with the
// numbers at the paths of visitModelFacts().
// Errors: issues by field; those of check(ModelSpec) too.
// Promise: every built-in model is read by this parser. [ModelFile.TheBuiltInModelsAreRead]
#pragma once

#include "model/workload/model_spec.h"

#include <string_view>

namespace supernode {

Result<ModelSpec> readModel(std::string_view json);

} // namespace supernode
