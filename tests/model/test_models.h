// SPDX-License-Identifier: GPL-3.0-or-later
// Language models as the tests of the model need them, without reading a file. That the shipped model files
// say the same is a test of app/files.
#pragma once

#include "model/workload/model_spec.h"

namespace supernode::test {

ModelSpec deepSeek();          // DeepSeek-V3 and R1
ModelSpec llama(int billions); // 70 or 405
ModelSpec qwen();              // Qwen3-235B-A22B
ModelSpec gpt3();              // GPT-3 175B
// Small enough to count by hand: 2 layers (1 dense), hidden 4, 2 heads, 4 experts and 1 shared, 2 per token.
ModelSpec tinyExperts();

} // namespace supernode::test
