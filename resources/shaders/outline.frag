in vec2 vUv;
flat in vec2 vHalf;
out vec4 colour;

uniform sampler2D uDepth;
uniform vec3 uLine;
uniform float uWidth; // pixels

void main() {
    vec2 away = (vHalf - abs(vUv)) / max(fwidth(vUv), vec2(1e-6));
    float near = min(away.x, away.y);
    float a = 1.0 - smoothstep(uWidth - 0.5, uWidth + 0.5, near);
    float soft = exp(-near * 0.35) * 0.22 * step(1.5, uWidth);
    bool hidden = gl_FragCoord.z > texelFetch(uDepth, ivec2(gl_FragCoord.xy), 0).x + 1e-4;
    a = max(a, soft) * (hidden ? 0.22 : 1.0);
    colour = vec4(uLine * a, a);
}
