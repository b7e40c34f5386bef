// SPDX-License-Identifier: GPL-3.0-or-later
// What every fuzz target shares: a broken expectation ends the process, which the fuzzer records as a find.
//
// The same targets are linked with libFuzzer (preset `fuzz`) and with corpus_main.cpp, which runs them once
// over the files of the corpus.
#pragma once

#include "model/base/result.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace supernode::fuzz {

inline void expect(bool holds, const char* what) {
    if (holds)
        return;
    std::fprintf(stderr, "broken: %s\n", what);
    std::abort();
}

// The bytes as text.
inline std::string_view textOf(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

// A refusal has a reason for each issue.
template <class T>
void expectExplained(const Result<T>& result) {
    if (result)
        return;
    expect(!result.issues().empty(), "a refusal names an issue");
    for (const Issue& issue : result.issues())
        expect(!issue.reason.empty(), "an issue has a reason");
}

} // namespace supernode::fuzz
