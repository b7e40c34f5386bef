// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene/scene_frame.h"

#include "views/theme/theme.h"

namespace supernode {
namespace {

Vec3 vec(const QColor& c) { return {c.redF(), c.greenF(), c.blueF()}; }

SceneColours darkColours() {
    SceneColours c;
    c.sky = {0.030f, 0.038f, 0.066f};
    c.horizon = {0.062f, 0.080f, 0.128f};
    c.floor = {0.046f, 0.060f, 0.098f};
    c.grid = {0.060f, 0.080f, 0.120f};
    c.rack = {0.108f, 0.134f, 0.208f};
    c.edge = {0.33f, 0.41f, 0.60f};
    c.panel = {0.050f, 0.062f, 0.102f};
    c.idle = {0.135f, 0.160f, 0.235f};
    c.dot = {1.0f, 0.98f, 0.88f};
    c.outline = {0.95f, 0.97f, 1.0f};
    c.hover = {0.62f, 0.72f, 0.92f};
    c.change = glowingHues;
    c.glow = 1;
    return c;
}

SceneColours brightColours() {
    SceneColours c;
    c.sky = {0.86f, 0.885f, 0.925f};
    c.horizon = {0.945f, 0.955f, 0.975f};
    c.floor = {0.895f, 0.912f, 0.94f};
    c.grid = {-0.05f, -0.045f, -0.035f};
    c.rack = {0.66f, 0.69f, 0.75f};
    c.edge = {0.42f, 0.46f, 0.55f};
    c.panel = {0.36f, 0.39f, 0.46f};
    c.idle = {0.50f, 0.53f, 0.60f};
    c.dot = {0.08f, 0.10f, 0.16f};
    c.outline = {0.05f, 0.09f, 0.20f};
    c.hover = {0.20f, 0.32f, 0.58f};
    c.change = coveringHues;
    c.glow = 0;
    return c;
}

} // namespace

SceneColours sceneColours(const Theme& theme) {
    SceneColours c = theme.ground.lightnessF() < 0.5f ? darkColours() : brightColours();
    c.text = vec(theme.text);
    c.textGround = vec(theme.panel);
    return c;
}

Camera homeCamera(const SceneInstances& scene, float aspect) {
    constexpr float yaw = 0.70f, pitch = 0.54f;
    return framing(scene.outline(), aspect, yaw, pitch, 0.045f);
}

Camera cameraFor(const SceneInstances& scene, ElementId element, float aspect) {
    constexpr float yaw = 0.34f, pitch = 0.20f, margin = 0.16f;
    if (element.value >= scene.fabric->elementCount())
        return homeCamera(scene, aspect);
    const Element e = scene.fabric->element(element);
    if (const LinkId link = scene.fabric->linkOf(element); link.valid()) {
        const Link& l = scene.fabric->link(link);
        return framing(united(scene.fabric->element(l.lower).body, scene.fabric->element(l.upper).body),
                       aspect, yaw, pitch, margin);
    }
    return length(e.body.half) > 0 ? framing(e.body, aspect, yaw, pitch, margin) : homeCamera(scene, aspect);
}

} // namespace supernode
