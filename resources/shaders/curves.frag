in float vAcross;
in float vAlong;
flat in vec3 vColour;
flat in vec2 vStrength;
flat in vec4 vGhost;
out vec4 colour;

uniform float uWidth;

void main() {
    float pixels = abs(vAcross) * uWidth;
    float core = 1.0 - smoothstep(0.3, 1.3, pixels);
    float halo = 1.0 - abs(vAcross);
    float a = min(1.0, vStrength.x * (2.2 - 1.2 * uGlow)) * max(core, halo * halo * 0.22); // more on a bright ground
    vec3 c = vColour;
    if (vGhost.w > 0.0) { // as busy as it was: an edge on both sides
        float edge = smoothstep(0.45, 0.6, abs(vAcross)) * (1.0 - smoothstep(0.85, 1.0, abs(vAcross)));
        c = mix(c, vGhost.rgb, edge);
        a = max(a, edge * 0.7 * min(1.0, vStrength.x * (2.2 - 1.2 * uGlow)));
    }
    if (vStrength.y > 0.0) { // dashes: as much of the way as is down
        float dash = step(fract(vAlong / 0.24), 0.15 + 0.5 * vStrength.y);
        c = mix(vColour, uFailed, dash);
        float down = max(vStrength.x, 0.45) * core;
        a = mix(vStrength.y > 0.999 ? 0.0 : a, down, dash);
    }
    float covers = 1.0 - 0.45 * uGlow;
    if (vStrength.y > 0.999) { // wholly down: broad dashes that cover what glows around them
        a = step(fract(vAlong / 0.24), 0.62) * (1.0 - smoothstep(0.9, 2.0, pixels)) * 0.95;
        c = uFailed;
        covers = 1.0;
    }
    colour = vec4(c * a, a * covers);
}
