// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene/gl_table.h"

#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>

namespace supernode {

GlTable::GlTable(Texel texel) : m_texel(texel) {
    glGenBuffers(1, &m_buffer);
    glGenTextures(1, &m_texture);
    upload(nullptr, 16);
}

GlTable::~GlTable() {
    glDeleteTextures(1, &m_texture);
    glDeleteBuffers(1, &m_buffer);
}

void GlTable::upload(const void* data, std::size_t bytes) {
    const GLenum format = m_texel == Texel::TwoFloats    ? GL_RG32F
                          : m_texel == Texel::FourFloats ? GL_RGBA32F
                                                         : GL_RG32UI;
    glBindBuffer(GL_TEXTURE_BUFFER, m_buffer);
    glBufferData(GL_TEXTURE_BUFFER, static_cast<GLsizeiptr>(bytes), data, GL_DYNAMIC_DRAW);
    glBindTexture(GL_TEXTURE_BUFFER, m_texture);
    glTexBuffer(GL_TEXTURE_BUFFER, format, m_buffer);
    glBindTexture(GL_TEXTURE_BUFFER, 0);
    glBindBuffer(GL_TEXTURE_BUFFER, 0);
}

void GlTable::bind(int unit) const {
    glActiveTexture(GL_TEXTURE0 + static_cast<GLenum>(unit));
    glBindTexture(GL_TEXTURE_BUFFER, m_texture);
}

} // namespace supernode
