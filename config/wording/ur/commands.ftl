### Reviewed: no. Not yet read by a native speaker.
### What members can type, in the help, in Urdu.

command-meetings = اجلاس
    .help = اجلاس: کیا کیا ہونے والا ہے۔ اگلا: اگلا اجلاس، آپ کے کیلنڈر کی فائل کے ساتھ۔ agenda, papers: اگلے اجلاس کے لیے۔

command-remind = یاد
    .help = یاد: اگلے اجلاس سے پہلے یہاں یاد دلایا جائے گا۔ بند: اب یاد نہیں دلایا جائے گا۔
