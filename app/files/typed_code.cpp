// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/typed_code.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <optional>
#include <vector>

namespace supernode {
namespace {

using Symbols = std::vector<std::uint8_t>; // five bits each

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t groupSize = 5, checkSize = 6, formSize = 1;
constexpr std::size_t leastSymbols = formSize + 2 + checkSize; // one byte
constexpr std::size_t mostSymbols = 1023;                      // as far as the check holds

// The remainder of BIP 173 with the constant of BIP 350: right when the check is among the symbols.
constexpr std::uint32_t whole = 0x2bc830a3;
std::uint32_t remainder(const Symbols& symbols) {
    constexpr std::array<std::uint32_t, 5> generator{0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd,
                                                     0x2a1462b3};
    std::uint32_t rest = 1;
    for (const std::uint8_t symbol : symbols) {
        const std::uint32_t top = rest >> 25;
        rest = (rest & 0x1ffffff) << 5 ^ symbol;
        for (std::size_t i = 0; i < generator.size(); ++i)
            if (top >> i & 1)
                rest ^= generator[i];
    }
    return rest;
}

bool isSeparator(char c) { return c == '-' || std::isspace(static_cast<unsigned char>(c)); }

std::optional<std::uint8_t> symbolOf(char typed) {
    char c = static_cast<char>(std::toupper(static_cast<unsigned char>(typed)));
    c = c == 'O' ? '0' : c == 'I' || c == 'L' ? '1' : c;
    const std::size_t at = alphabet.find(c);
    return at == std::string_view::npos ? std::nullopt : std::optional(static_cast<std::uint8_t>(at));
}

std::string groups(const Symbols& symbols) {
    std::string text;
    for (std::size_t i = 0; i < symbols.size(); ++i) {
        if (i > 0 && i % groupSize == 0)
            text += '-';
        text += alphabet[symbols[i]];
    }
    return text;
}

// Which single symbol, put right, would make the whole right; the check leaves at most one choice.
std::optional<std::size_t> singleMistake(Symbols symbols) {
    for (std::size_t i = 0; i < symbols.size(); ++i) {
        const std::uint8_t typed = symbols[i];
        for (std::size_t other = 0; other < alphabet.size(); ++other) {
            symbols[i] = static_cast<std::uint8_t>(other);
            if (remainder(symbols) == whole)
                return i;
        }
        symbols[i] = typed;
    }
    return std::nullopt;
}

Issue wrongCheck(const Symbols& symbols) {
    const std::optional<std::size_t> mistake = singleMistake(symbols);
    if (!mistake)
        return {"code", "does not stand its check: characters are wrong, missing or too many",
                "compare it with the print, group by group"};
    const std::size_t group = *mistake / groupSize;
    const Symbols shown(symbols.begin() + static_cast<std::ptrdiff_t>(group * groupSize),
                        symbols.begin() +
                            static_cast<std::ptrdiff_t>(std::min(symbols.size(), (group + 1) * groupSize)));
    return {"code",
            "does not stand its check: one character of group " + std::to_string(group + 1) + ", " +
                groups(shown) + ", is wrong",
            "compare that group with the print"};
}

Result<Symbols> symbolsIn(std::string_view text) {
    Symbols symbols;
    for (const char c : text) {
        if (isSeparator(c))
            continue;
        const std::optional<std::uint8_t> symbol = symbolOf(c);
        if (!symbol)
            return Result<Symbols>::refused(Issue{"code",
                                                  "holds a character that no code has, in group " +
                                                      std::to_string(symbols.size() / groupSize + 1),
                                                  "give digits and letters without U"});
        symbols.push_back(*symbol);
        if (symbols.size() > mostSymbols)
            break;
    }
    if (symbols.size() < leastSymbols || symbols.size() > mostSymbols)
        return Result<Symbols>::refused(
            Issue{"code", "is too short or too long for a code", "give all of it"});
    return symbols;
}

} // namespace

std::string typedCode(const CodedBytes& coded) {
    Symbols symbols{static_cast<std::uint8_t>(coded.form)};
    std::uint32_t bits = 0, have = 0;
    for (const char byte : coded.bytes) {
        bits = bits << 8 | static_cast<std::uint8_t>(byte);
        for (have += 8; have >= 5; have -= 5)
            symbols.push_back(bits >> (have - 5) & 31);
        bits &= (1u << have) - 1;
    }
    if (have > 0)
        symbols.push_back(bits << (5 - have) & 31);
    const std::size_t data = symbols.size();
    symbols.resize(data + checkSize, 0);
    const std::uint32_t check = remainder(symbols) ^ whole;
    for (std::size_t i = 0; i < checkSize; ++i)
        symbols[data + i] = check >> (5 * (checkSize - 1 - i)) & 31;
    return groups(symbols);
}

std::size_t typedLength(std::size_t bytes) {
    const std::size_t symbols = formSize + (bytes * 8 + 4) / 5 + checkSize;
    return symbols + (symbols - 1) / groupSize;
}

Result<CodedBytes> readTypedCode(std::string_view text) {
    using Answer = Result<CodedBytes>;
    const Result<Symbols> symbols = symbolsIn(text);
    if (!symbols)
        return Answer::refused(symbols.issues());
    if (remainder(*symbols) != whole)
        return Answer::refused(wrongCheck(*symbols));
    CodedBytes coded{symbols->front(), {}};
    std::uint32_t bits = 0, have = 0;
    for (std::size_t i = formSize; i + checkSize < symbols->size(); ++i) {
        bits = bits << 5 | (*symbols)[i];
        have += 5;
        if (have >= 8) {
            have -= 8;
            coded.bytes += static_cast<char>(bits >> have & 255);
        }
        bits &= (1u << have) - 1;
    }
    if (have >= 5 || bits != 0)
        return Answer::refused(Issue{"code", "was not made by this program", "give a code of supernode"});
    return coded;
}

bool looksLikeTypedCode(std::string_view text) {
    std::size_t symbols = 0;
    bool digit = false;
    for (const char c : text) {
        if (isSeparator(c))
            continue;
        if (!symbolOf(c))
            return false;
        digit |= std::isdigit(static_cast<unsigned char>(c)) != 0;
        ++symbols;
    }
    return digit && symbols >= leastSymbols;
}

} // namespace supernode
