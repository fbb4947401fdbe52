# A monsoon left out, as foretold from the others, a line a figure. Data: what, low, expected, high, observed
# (in %).
longest = 56
set lmargin at screen (size eq 'slide' ? 0.36 : 0.5)
set ytics font small_font
set xrange [0:100]
set tmargin at screen 1 - room_above - 1.8 * letters / height
set key at screen 0.5, screen 1 - room_above center top vertical maxrows 1
plot 'data.tsv' using 2:0:($4 - $2):(0):ytic(name(text(1))) with vectors nohead linewidth 5 \
    linecolor rgb '#a9c6e3' title 'model: 90%', \
     'data.tsv' using 3:0:ytic(name(text(1))) with points pointtype 7 pointsize 1 linecolor rgb best \
         title 'model: middle', \
     'data.tsv' using 5:0 with points pointtype 4 pointsize 1.1 linewidth 2 linecolor rgb ink \
         title 'on record'
