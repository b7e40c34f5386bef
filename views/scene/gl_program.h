// SPDX-License-Identifier: GPL-3.0-or-later
// One pair of shaders, built from the files in resources/shaders.
//
// Thread: the one with the context, also for the destructor. Errors: the compiler's own words.
// Promise: every pair builds. [Shaders.EveryPairBuilds]
#pragma once

#include "model/base/result.h"
#include "views/scene/linear.h"

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace supernode {

// What is drawn, each with its pair of shaders.
constexpr std::array<std::string_view, 7> shaderPairs{"background", "floor",     "shadow", "bodies",
                                                      "curves",     "particles", "outline"};

class GlProgram {
public:
    static Result<GlProgram> build(std::string_view pair);
    GlProgram() = default;
    GlProgram(GlProgram&& other) noexcept;
    GlProgram& operator=(GlProgram&& other) noexcept;
    ~GlProgram();

    void use() const;
    // The program must be in use. A name that the shaders do not use is ignored.
    void set(const char* name, int value) const;
    void set(const char* name, float value) const;
    void set(const char* name, float x, float y) const;
    void set(const char* name, Vec3 value) const;
    void set(const char* name, const Mat4& value) const;
    void set(const char* name, std::span<const Vec3> values) const;

private:
    int location(const char* name) const;

    unsigned m_id = 0;
    mutable std::vector<std::pair<std::string, int>> m_locations; // asked for once
};

} // namespace supernode
