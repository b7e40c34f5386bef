// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes as a code that a person can read from a print and type: "0A3F9-K2M4T-…".
//
// Alphabet: 32 letters and digits after Crockford, without I, L, O and U; when read, case, spaces and hyphens
// do not matter, O is 0, I and L are 1. First a symbol that says how the bytes were made, then the bytes,
// five bits a symbol, the last ones filled with zeros, then six symbols of check: the code of bech32m (BIP
// 350), a BCH code that finds up to three wrong characters among these lengths, and swapped ones. Pure; any
// thread. Errors: a code that does not stand its check; when one character explains it, its group is named.
// Promise: any one wrong character is found, wherever it stands. [TypedCode.EverySingleWrongCharacterIsFound]
#pragma once

#include "model/base/result.h"

#include <string>
#include <string_view>

namespace supernode {

struct CodedBytes {
    int form = 0; // 0 to 31
    std::string bytes;
    bool operator==(const CodedBytes&) const = default;
};

// In groups of five with hyphens between.
std::string typedCode(const CodedBytes& coded);
// With its hyphens, for so many bytes.
std::size_t typedLength(std::size_t bytes);

Result<CodedBytes> readTypedCode(std::string_view text);

// Long enough, and of letters and digits of the alphabet alone: worth a complaint about its check.
bool looksLikeTypedCode(std::string_view text);

} // namespace supernode
