// SPDX-License-Identifier: GPL-3.0-or-later
// A table that shaders read by index: a texture buffer.
//
// Thread: the one with the context, also for the destructor.
#pragma once

#include <cstddef>
#include <span>

namespace supernode {

class GlTable {
public:
    enum class Texel { TwoFloats, FourFloats, TwoIntegers };

    explicit GlTable(Texel texel);
    ~GlTable();
    GlTable(const GlTable&) = delete;
    GlTable& operator=(const GlTable&) = delete;

    template <class Value>
    void upload(std::span<const Value> values) {
        upload(values.data(), values.size_bytes());
    }
    void bind(int unit) const;

private:
    void upload(const void* data, std::size_t bytes);

    Texel m_texel;
    unsigned m_buffer = 0, m_texture = 0;
};

} // namespace supernode
