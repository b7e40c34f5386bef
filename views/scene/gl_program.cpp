// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene/gl_program.h"

#include "shaders_resources.h"

#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>

namespace supernode {
namespace {

struct Compiled {
    unsigned id = 0;
    std::string complaint; // empty: it built
};

Compiled compile(GLenum stage, const std::string& path) {
    const std::string_view text = shaders::text(path);
    if (text.empty())
        return {0, "there is no file " + path};
    const std::string whole = "#version 330 core\n" + std::string(shaders::text("shaders/common.glsl")) +
                              "#line 1\n" + std::string(text);
    const char* source = whole.c_str();
    const unsigned id = glCreateShader(stage);
    glShaderSource(id, 1, &source, nullptr);
    glCompileShader(id);
    GLint built = 0;
    glGetShaderiv(id, GL_COMPILE_STATUS, &built);
    if (built)
        return {id, ""};
    std::array<char, 1024> log{};
    glGetShaderInfoLog(id, static_cast<GLsizei>(log.size()), nullptr, log.data());
    return {id, path + ": " + log.data()};
}

} // namespace

Result<GlProgram> GlProgram::build(std::string_view pair) {
    const std::string base = "shaders/" + std::string(pair);
    const Compiled vertex = compile(GL_VERTEX_SHADER, base + ".vert");
    const Compiled fragment = compile(GL_FRAGMENT_SHADER, base + ".frag");
    std::string complaint = vertex.complaint + fragment.complaint;
    GlProgram program;
    if (complaint.empty()) {
        program.m_id = glCreateProgram();
        glAttachShader(program.m_id, vertex.id);
        glAttachShader(program.m_id, fragment.id);
        glLinkProgram(program.m_id);
        GLint linked = 0;
        glGetProgramiv(program.m_id, GL_LINK_STATUS, &linked);
        if (!linked) {
            std::array<char, 1024> log{};
            glGetProgramInfoLog(program.m_id, static_cast<GLsizei>(log.size()), nullptr, log.data());
            complaint = base + ": " + log.data();
        }
    }
    glDeleteShader(vertex.id);
    glDeleteShader(fragment.id);
    if (!complaint.empty())
        return Result<GlProgram>::refused(
            Issue{"shader", complaint, "use a driver that speaks GLSL 3.30 as OpenGL 3.3 asks for"});
    return program;
}

GlProgram::GlProgram(GlProgram&& other) noexcept
    : m_id(std::exchange(other.m_id, 0u)), m_locations(std::move(other.m_locations)) {}

GlProgram& GlProgram::operator=(GlProgram&& other) noexcept {
    std::swap(m_id, other.m_id);
    std::swap(m_locations, other.m_locations);
    return *this;
}

GlProgram::~GlProgram() {
    if (m_id)
        glDeleteProgram(m_id);
}

void GlProgram::use() const { glUseProgram(m_id); }

int GlProgram::location(const char* name) const {
    for (const auto& [known, place] : m_locations)
        if (known == name)
            return place;
    return m_locations.emplace_back(name, glGetUniformLocation(m_id, name)).second;
}

void GlProgram::set(const char* name, int value) const { glUniform1i(location(name), value); }
void GlProgram::set(const char* name, float value) const { glUniform1f(location(name), value); }
void GlProgram::set(const char* name, float x, float y) const { glUniform2f(location(name), x, y); }
void GlProgram::set(const char* name, Vec3 value) const {
    glUniform3f(location(name), value.x, value.y, value.z);
}
void GlProgram::set(const char* name, const Mat4& value) const {
    glUniformMatrix4fv(location(name), 1, GL_FALSE, value.m.data());
}
void GlProgram::set(const char* name, std::span<const Vec3> values) const {
    glUniform3fv(location(name), static_cast<GLsizei>(values.size()), &values.front().x);
}

} // namespace supernode
