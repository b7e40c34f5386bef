// SPDX-License-Identifier: GPL-3.0-or-later
// An OpenGL 3.3 core context of our own without any window or display (EGL, surfaceless).
//
// Ownership: the context ends with the object; the EGL display stays open for the process, because closing it
// unloads the driver under other users. Thread: make() anywhere; afterwards one thread at a time between
// makeCurrent and release. Errors: an issue that says what was found and what is needed.
#pragma once

#include "model/base/result.h"

#include <memory>
#include <string>

namespace supernode {

// What the driver says of itself; only between makeCurrent and release of some context.
struct GlDriver {
    std::string renderer; // "llvmpipe (LLVM 15.0.6, 256 bits)"
    std::string version;  // "4.5 (Core Profile) Mesa 22.3.6"
    int major = 0, minor = 0;

    bool enough() const { return major > 3 || (major == 3 && minor >= 3); }
    bool software() const; // drawn by the processor
};
GlDriver currentDriver();

class GlContext {
public:
    static Result<std::unique_ptr<GlContext>> make();
    ~GlContext();
    GlContext(const GlContext&) = delete;
    GlContext& operator=(const GlContext&) = delete;

    bool makeCurrent();
    void release();
    const GlDriver& driver() const { return m_driver; }

private:
    GlContext(void* display, void* context) : m_display(display), m_context(context) {}

    void* m_display;
    void* m_context;
    GlDriver m_driver;
};

// Makes the context current for a scope.
class GlCurrent {
public:
    explicit GlCurrent(GlContext& context) : m_context(context) { context.makeCurrent(); }
    ~GlCurrent() { m_context.release(); }
    GlCurrent(const GlCurrent&) = delete;
    GlCurrent& operator=(const GlCurrent&) = delete;

private:
    GlContext& m_context;
};

} // namespace supernode
