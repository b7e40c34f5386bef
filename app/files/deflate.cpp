// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/deflate.h"

#include <new>
#include <zlib.h>

namespace supernode {
namespace {

constexpr int rawWindow = -15; // bits; negative: no head, no check
constexpr int mostMemory = 9;

// zlib takes pointers to bytes that it does not change.
Bytef* input(std::string_view text) {
    return const_cast<Bytef*>(reinterpret_cast<const Bytef*>(text.data())); // NOLINT
}
void setUp(z_stream& stream, std::string_view in, std::string& out) {
    stream.next_in = input(in);
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data()); // NOLINT
    stream.avail_out = static_cast<uInt>(out.size());
}

std::string deflatedBy(int strategy, std::string_view text, std::string_view dictionary) {
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, rawWindow, mostMemory, strategy) != Z_OK)
        throw std::bad_alloc(); // the only way in which these arguments fail
    deflateSetDictionary(&stream, input(dictionary), static_cast<uInt>(dictionary.size()));
    std::string out(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
    setUp(stream, text, out);
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

} // namespace

std::string deflated(std::string_view text, std::string_view dictionary) {
    std::string fixed = deflatedBy(Z_FIXED, text, dictionary);
    std::string free = deflatedBy(Z_DEFAULT_STRATEGY, text, dictionary);
    return free.size() < fixed.size() ? free : fixed;
}

std::optional<std::string> inflated(std::string_view bytes, std::string_view dictionary,
                                    std::size_t mostBytes) {
    z_stream stream{};
    if (inflateInit2(&stream, rawWindow) != Z_OK)
        throw std::bad_alloc();
    inflateSetDictionary(&stream, input(dictionary), static_cast<uInt>(dictionary.size()));
    std::string out(mostBytes + 1, '\0');
    setUp(stream, bytes, out);
    const int end = inflate(&stream, Z_FINISH);
    const bool whole = end == Z_STREAM_END && stream.avail_in == 0 && stream.total_out <= mostBytes;
    out.resize(stream.total_out);
    inflateEnd(&stream);
    return whole ? std::optional(std::move(out)) : std::nullopt;
}

} // namespace supernode
