// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/model_file.h"
#include "tests/fuzz/fuzz_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace supernode;
    const Result<ModelSpec> model = readModel(fuzz::textOf(data, size));
    fuzz::expectExplained(model);
    if (model)
        fuzz::expect(parameters(*model) > 0, "a model that is read has parameters");
    return 0;
}
