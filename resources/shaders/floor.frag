// Raised-floor tiles that fade into the ground, over the mirror image of the racks.
in vec3 vWorld;
out vec4 colour;

uniform float uReach;
uniform vec2 uRacks; // half size of the area with racks, metres
uniform vec3 uGrid;

void main() {
    vec2 cell = vWorld.xz / 0.6; // raised-floor tiles are 600 mm wide
    vec2 width = fwidth(cell);
    vec2 away = abs(fract(cell - 0.5) - 0.5) / width;
    float line = max(0.0, 1.0 - min(away.x, away.y)) * clamp(1.3 - 3.0 * max(width.x, width.y), 0.0, 1.0);
    vec2 outside = max(abs(vWorld.xz) - uRacks, vec2(0.0));
    float fade = clamp(1.0 - length(outside) / uReach, 0.0, 1.0);
    fade *= fade;
    vec3 view = uEye - vWorld;
    float steep = view.y * inversesqrt(dot(view, view));
    colour = vec4(uFloor + uGrid * line * 0.55 + dither(gl_FragCoord.xy), fade * (0.62 + 0.28 * steep));
}
