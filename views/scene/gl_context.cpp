// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene/gl_context.h"

#define GL_GLEXT_PROTOTYPES
#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <GL/gl.h>
#include <GL/glext.h>

#include <array>

namespace supernode {
namespace {

using Made = Result<std::unique_ptr<GlContext>>;

Made refused(const std::string& found) {
    return Made::refused(Issue{
        "OpenGL", found, "the hall needs a driver with OpenGL 3.3, for instance Mesa (libgl1-mesa-dri)"});
}

EGLDisplay openDisplay() {
    const EGLDisplay surfaceless =
        eglGetPlatformDisplay(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    if (surfaceless != EGL_NO_DISPLAY && eglInitialize(surfaceless, nullptr, nullptr))
        return surfaceless;
    const EGLDisplay usual = eglGetDisplay(EGL_DEFAULT_DISPLAY);
    return usual != EGL_NO_DISPLAY && eglInitialize(usual, nullptr, nullptr) ? usual : EGL_NO_DISPLAY;
}

EGLContext createContext(EGLDisplay display) {
    constexpr std::array<EGLint, 5> wanted{EGL_SURFACE_TYPE, EGL_PBUFFER_BIT, EGL_RENDERABLE_TYPE,
                                           EGL_OPENGL_BIT, EGL_NONE};
    EGLConfig config = nullptr;
    EGLint found = 0;
    if (!eglBindAPI(EGL_OPENGL_API) || !eglChooseConfig(display, wanted.data(), &config, 1, &found) ||
        found == 0)
        return EGL_NO_CONTEXT;
    constexpr std::array<EGLint, 7> version{EGL_CONTEXT_MAJOR_VERSION,
                                            3,
                                            EGL_CONTEXT_MINOR_VERSION,
                                            3,
                                            EGL_CONTEXT_OPENGL_PROFILE_MASK,
                                            EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                                            EGL_NONE};
    return eglCreateContext(display, config, EGL_NO_CONTEXT, version.data());
}

std::string textOf(GLenum name) {
    const GLubyte* text = glGetString(name);
    return text ? reinterpret_cast<const char*>(text) : "";
}

} // namespace

bool GlDriver::software() const {
    for (const char* word : {"llvmpipe", "softpipe", "SwiftShader", "swrast"})
        if (renderer.find(word) != std::string::npos)
            return true;
    return false;
}

GlDriver currentDriver() {
    GlDriver driver{textOf(GL_RENDERER), textOf(GL_VERSION)};
    glGetIntegerv(GL_MAJOR_VERSION, &driver.major);
    glGetIntegerv(GL_MINOR_VERSION, &driver.minor);
    return driver;
}

Made GlContext::make() {
    const EGLDisplay display = openDisplay();
    if (display == EGL_NO_DISPLAY)
        return refused("there is no EGL display without a window");
    const EGLContext context = createContext(display);
    if (context == EGL_NO_CONTEXT)
        return refused("the driver offers no OpenGL 3.3 core context");
    std::unique_ptr<GlContext> made(new GlContext(display, context));
    if (!made->makeCurrent())
        return refused("the OpenGL context cannot be used without a window");
    made->m_driver = currentDriver();
    made->release();
    if (!made->m_driver.enough())
        return refused("found OpenGL " + made->m_driver.version);
    return made;
}

GlContext::~GlContext() {
    eglBindAPI(EGL_OPENGL_API);
    eglDestroyContext(m_display, m_context);
}

bool GlContext::makeCurrent() {
    eglBindAPI(EGL_OPENGL_API);
    return eglMakeCurrent(m_display, EGL_NO_SURFACE, EGL_NO_SURFACE, m_context) == EGL_TRUE;
}

void GlContext::release() {
    eglBindAPI(EGL_OPENGL_API);
    eglMakeCurrent(m_display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
}

} // namespace supernode
